/** The part of `old` below the last row of `head`, which the head's own page does not reach. */
export function below<Row extends { id: string }>(old: readonly Row[], head: readonly Row[]): readonly Row[] {
  const end = old.findIndex((row) => row.id === head.at(-1)?.id);
  if (end < 0) return [];
  const fresh = new Set(head.map((row) => row.id));
  return old.slice(end + 1).filter((row) => !fresh.has(row.id));
}
