import { beforeEach, describe, expect, test } from "vitest";
import { pause, Reconnecting } from "./socket";

class Line {
  readyState = 1;
  sent: unknown[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  send(text: string) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  say(frame: object) { this.onmessage?.({ data: JSON.stringify(frame) }); }
  drop(code = 1006) { this.readyState = 3; this.onclose?.({ code }); }
}

let lines: Line[];
let now: number;
let timers: { act: () => void; at: number }[];
let states: boolean[];
let frames: string[];
let socket: Reconnecting;

function pass(ms: number) {
  const until = now + ms;
  for (;;) {
    const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.act();
  }
  now = until;
}

beforeEach(() => {
  lines = []; timers = []; states = []; frames = []; now = 1_000_000;
  socket = new Reconnecting(
    {
      open: () => { const line = new Line(); lines.push(line); return line as unknown as WebSocket; },
      random: () => 1,
      now: () => now,
      later: (act, ms) => { const timer = { act, at: now + ms }; timers.push(timer); return timer; },
      forget: (timer) => (timers = timers.filter((each) => each !== timer)),
    },
    { live: (on) => states.push(on), frame: ({ type }) => frames.push(type) },
  );
  socket.start();
});

test("is live from the server's hello on, and passes frames", () => {
  expect(states).toEqual([]);
  lines[0]!.say({ type: "hello" });
  lines[0]!.say({ type: "entry" });
  expect(states).toEqual([true]);
  expect(frames).toEqual(["hello", "entry"]);
});

test("passes over what is no frame", () => {
  lines[0]!.onmessage?.({ data: "{" });
  lines[0]!.onmessage?.({ data: "null" });
  lines[0]!.say({ kind: 1 });
  expect(frames).toEqual([]);
});

describe("a lost line", () => {
  test("is opened again, each time after a longer pause", () => {
    for (const wait of [500, 1000, 2000]) {
      lines.at(-1)!.drop();
      const before = lines.length;
      pass(wait - 1);
      expect(lines.length).toBe(before);
      pass(1);
      expect(lines.length).toBe(before + 1);
    }
  });

  test("that had held is opened again soon", () => {
    lines[0]!.drop();
    pass(500);
    lines[1]!.say({ type: "hello" });
    pass(20_000);
    lines[1]!.drop();
    pass(500);
    expect(lines.length).toBe(3);
    expect(states).toEqual([false, true, false]);
  });

  test("of an ended session stays closed", () => {
    lines[0]!.drop(4401);
    pass(120_000);
    expect(lines.length).toBe(1);
  });

  test("that was refused is not hammered", () => {
    lines[0]!.drop(4400);
    pass(15_999);
    expect(lines.length).toBe(1);
    pass(1);
    expect(lines.length).toBe(2);
  });

  test("is noticed by silence where the server answers pings", () => {
    lines[0]!.say({ type: "hello" });
    lines[0]!.say({ type: "pong" });
    pass(100_000);
    expect(lines.length).toBe(2);
    expect(lines[0]!.sent).toContainEqual({ type: "ping" });
  });

  test("does not wait when the network comes back", () => {
    for (let count = 0; count < 6; count += 1) { lines.at(-1)!.drop(); pass(60_000); }
    lines.at(-1)!.drop();
    const before = lines.length;
    socket.hurry();
    expect(lines.length).toBe(before + 1);
  });
});

test("what an old line still says is not heard", () => {
  lines[0]!.drop();
  pass(500);
  lines[0]!.say({ type: "entry" });
  expect(frames).toEqual([]);
});

test("nothing is sent without a line, and stopped it stays closed", () => {
  expect(socket.send({ type: "ping" })).toBe(true);
  socket.stop();
  expect(socket.send({ type: "ping" })).toBe(false);
  pass(120_000);
  expect(lines.length).toBe(1);
});

test("pauses grow to half a minute, and five hundred agents do not come back at once", () => {
  expect(pause(0, 0)).toBe(250);
  expect(pause(0, 1)).toBe(500);
  expect(pause(20, 1)).toBe(30_000);
  expect(pause(20, 0)).toBe(15_000);
});
