// Keeps a line to the desk: a socket, else a stream, else asking again and again. Connects again by itself, and goes back to the
// better way when the network changes.

import { backoff } from "./backoff.js";

/** So long a line must have held that the next failure is the first one again. */
const HELD = 5000;
const CLOSED = { over: 4401, away: 1001, tooMany: 4429 };

/** `ways`, best first, each `(hears) => {send?, check?, close}`, where hears = {open, frame, close(code)}. */
export function createLine({ ways, heard, changed = (..._) => {}, over = () => {}, random = Math.random, now = Date.now }) {
  let current = null;
  let timer;
  let level = 0;
  let attempt = 0;
  let failures = 0;
  let state = "off";

  const set = (next) => { if (state !== next) changed(state = next); };

  function connect() {
    clearTimeout(timer);
    let opened = 0;
    const mine = {};
    const hears = {
      open() {
        if (current !== mine) return;
        opened = now();
        failures = 0;
        set("on");
      },
      frame: (frame) => current === mine && heard(frame),
      close(code = 0) {
        if (current !== mine) return;
        current = null;
        lost(code, opened);
      },
    };
    current = mine;
    if (state !== "on") set("connecting");
    Object.assign(mine, ways[level](hears));
  }

  function lost(code, opened) {
    if (code === CLOSED.over) {
      set("off");
      return over();
    }
    set("lost");
    if (opened && now() - opened >= HELD) attempt = 0;
    let pause = backoff(attempt++, { random });
    if (code === CLOSED.away) pause = 200 + random() * 4000;
    if (code === CLOSED.tooMany) pause = Math.max(pause, 30_000);
    if (!opened) {
      failures++;
      // A socket is tried twice, for a network that just comes back; what stands behind it once.
      if (level > 0 || failures >= 2) {
        level = Math.min(level + 1, ways.length - 1);
        failures = 0;
      }
    } else level = 0;
    timer = setTimeout(connect, pause);
  }

  return {
    start() {
      if (state === "off") connect();
    },
    stop() {
      clearTimeout(timer);
      const before = current;
      current = null;
      before?.close();
      [level, attempt, failures] = [0, 0, 0];
      set("off");
    },
    /** The network changed or somebody came back: no waiting, and a line that looks alive proves it. */
    wake({ fresh = false } = {}) {
      if (state === "off") return;
      if (fresh) level = 0;
      if (current) return current.check?.();
      attempt = 0;
      connect();
    },
    send: (frame) => current?.send?.(frame) ?? false,
    state: () => state,
    way: () => level,
  };
}
