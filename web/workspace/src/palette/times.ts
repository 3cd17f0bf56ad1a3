// Until when something can sleep, in the agent's own time.

const MORNING = 9;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

function morning(now: Date, days: number): Date {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(MORNING, 0, 0, 0);
  return at;
}

export type SnoozeName = "hour" | "hours" | "tomorrow" | "monday" | "week";

export function snoozeTimes(now: Date): { name: SnoozeName; at: Date }[] {
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { name: "hour", at: new Date(now.getTime() + HOUR) },
    { name: "hours", at: new Date(now.getTime() + 4 * HOUR) },
    { name: "tomorrow", at: morning(now, 1) },
    // Tomorrow is Monday already on Sundays.
    ...(toMonday > 1 ? [{ name: "monday" as const, at: morning(now, toMonday) }] : []),
    { name: "week", at: morning(now, 7) },
  ];
}

/** "30m", "2h", "3d", "14:30", "2026-11-25", "2026-11-25 14:00"; nothing when it is none of these or has passed. */
export function typedTime(typed: string, now: Date): Date | null {
  const at = read(typed.trim().toLowerCase(), now);
  return at && !Number.isNaN(at.getTime()) && at.getTime() > now.getTime() ? at : null;
}

function read(typed: string, now: Date): Date | null {
  const [, amount, unit] = /^(\d{1,3})\s*(m|min|h|d)$/.exec(typed) ?? [];
  if (amount) {
    const length = unit === "d" ? DAY : unit === "h" ? HOUR : 60_000;
    return new Date(now.getTime() + Number(amount) * length);
  }
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(typed) ?? [];
  if (hour && Number(hour) < 24 && Number(minute) < 60) {
    const at = new Date(now);
    at.setHours(Number(hour), Number(minute), 0, 0);
    if (at.getTime() <= now.getTime()) at.setDate(at.getDate() + 1);
    return at;
  }
  const [, year, month, day, at = String(MORNING), past = "00"] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]+(\d{1,2}):(\d{2}))?$/.exec(typed) ?? [];
  if (!year) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day), Number(at), Number(past));
  // 31 February is no date.
  return date.getMonth() === Number(month) - 1 ? date : null;
}
