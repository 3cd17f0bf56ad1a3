// When a snoozed ticket may come back: by the agent's own clock.

export type Preset = "hour" | "afternoon" | "tomorrow" | "monday";

const MORNING = 9;
const AFTERNOON = 14;

/** The moments to choose from at `now`, soonest first. */
export function presets(now: Date): { preset: Preset; until: Date }[] {
  const at = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const daysToMonday = ((8 - now.getDay()) % 7) || 7;
  const all: { preset: Preset; until: Date }[] = [{ preset: "hour", until: new Date(now.getTime() + 3_600_000) }];
  if (now.getHours() < AFTERNOON - 2) all.push({ preset: "afternoon", until: at(0, AFTERNOON) });
  all.push({ preset: "tomorrow", until: at(1, MORNING) });
  if (daysToMonday > 1) all.push({ preset: "monday", until: at(daysToMonday, MORNING) });
  return all;
}

/** For `<input type="datetime-local">`, which knows no zones. */
export function fieldValue(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
