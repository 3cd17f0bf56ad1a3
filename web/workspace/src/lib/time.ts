const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its largest unit, as short as the language allows: "8m", "3小时". */
export function duration(ms: number, language: string): string {
  const [amount, unit] =
    ms < HOUR ? [Math.max(1, Math.floor(ms / MINUTE)), "minute"]
    : ms < 2 * DAY ? [Math.floor(ms / HOUR), "hour"]
    : [Math.floor(ms / DAY), "day"];
  // Narrow is right for English only: elsewhere it falls back to Latin letters or is no shorter.
  const unitDisplay = language === "en" ? "narrow" : "short";
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay }).format(amount);
}

/** As `duration`, by the second below a minute: how long somebody on the line waits. */
export function elapsed(ms: number, language: string): string {
  if (ms >= MINUTE) return duration(ms, language);
  const unitDisplay = language === "en" ? "narrow" : "short";
  return new Intl.NumberFormat(language, { style: "unit", unit: "second", unitDisplay }).format(Math.max(0, Math.floor(ms / 1000)));
}

/** "13:02 · 05:02 UTC", with the date where it is not today; UTC alone where that is the local zone. */
export function evidenceTime(at: string, language: string, now: number, zone?: string): string {
  const moment = new Date(at);
  const local = stamp(moment, language, now, zone);
  const utc = `${stamp(moment, language, now, "UTC")} UTC`;
  return utc === `${local} UTC` ? utc : `${local} · ${utc}`;
}

/** "13:02", with the date where it is not today. */
export function localTime(at: string, language: string, now: number): string {
  return stamp(new Date(at), language, now, undefined);
}

function stamp(moment: Date, language: string, now: number, zone: string | undefined): string {
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
  const day = (date: Date | number) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(date);
  if (day(moment) === day(now)) return new Intl.DateTimeFormat(language, clock).format(moment);
  const sameYear = day(moment).slice(0, 4) === day(now).slice(0, 4);
  return new Intl.DateTimeFormat(language, {
    ...clock,
    month: "numeric",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(moment);
}

/** "13:02:40": a moment soon to come. */
export function clockTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(at);
}
