// Place in line and how long it may take, in words.

/** Minutes, and hours from an hour and a half on: nobody reads "137 minutes". */
export function rangeOf(low, high) {
  const hours = low >= 5400;
  const unit = hours ? 3600 : 60;
  const from = Math.max(1, Math.floor(low / unit));
  return { from, to: Math.max(from, Math.ceil(high / unit)), unit: hours ? "hour" : "minute" };
}

function inWords(language, { from, to, unit }) {
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
  if (from === to) return format.format(from);
  // Browsers of before 2023 format no ranges.
  return /** @type {any} */ (format).formatRange?.(from, to) ?? `${new Intl.NumberFormat(language).format(from)}–${format.format(to)}`;
}

/** {place, wait}: two short sentences; `place` is null when nobody counted. */
export function waitWords(queue, { t, language, number }) {
  const place = !queue?.place ? null : queue.place === 1 ? t("place-next") : t("place", { place: number(queue.place) });
  const [low, high] = [queue?.low ?? queue?.likely, queue?.high ?? queue?.likely];
  if (low == null || high == null) return { place, wait: t("wait-unknown") };
  if (high < 60) return { place, wait: t("wait-soon") };
  return { place, wait: t("wait", { range: inWords(language, rangeOf(low, high)) }) };
}
