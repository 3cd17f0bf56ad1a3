/** "13:07" in the customer's zone, with the day where it is another one than here; nothing for a zone unknown here. */
export function timeThere(zone: string, now: number, language: string, here?: string): string | null {
  try {
    const day = (timeZone: string | undefined) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
    const weekday = day(zone) === day(here) ? {} : ({ weekday: "short" } as const);
    return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone, ...weekday }).format(now);
  } catch {
    return null;
  }
}
