// How long to wait before the next try.

/** Doubles from `least` to `most`; between half and all of it, so that a desk that was away is not met by everybody at once. */
export function backoff(attempt, { least = 1000, most = 30_000, random = Math.random } = {}) {
  const whole = Math.min(most, least * 2 ** Math.min(attempt, 20));
  return Math.round(whole * (0.5 + random() / 2));
}

/** `Retry-After` in milliseconds: seconds or a date. Null when it says nothing. */
export function retryAfter(value, now = Date.now()) {
  if (!value) return null;
  const seconds = Number(value);
  const pause = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
  // Nobody is kept waiting for longer than five minutes by a header.
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), 300_000);
}
