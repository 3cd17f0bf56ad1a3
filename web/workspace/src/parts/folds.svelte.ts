// Which parts of the navigation are folded, kept on this device.
const NAME = "dengta.folded";

let folded = $state.raw<readonly string[]>(read());

function read(): string[] {
  const kept = localStorage.getItem(NAME);
  return kept === null ? ["category", "language"] : kept.split(" ").filter(Boolean);
}

export const isFolded = (part: string): boolean => folded.includes(part);

export function fold(part: string): void {
  folded = isFolded(part) ? folded.filter((each) => each !== part) : [...folded, part];
  localStorage.setItem(NAME, folded.join(" "));
}
