import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { backoff, retryAfter } from "../src/core/backoff.js";
import { createLine } from "../src/core/line.js";
import { sseReader } from "../src/core/sse.js";

test("pauses double up to their most, never less than half", () => {
  assert.deepEqual([0, 1, 2, 10, 1000].map((attempt) => backoff(attempt, { random: () => 1 })), [1000, 2000, 4000, 30_000, 30_000]);
  assert.equal(backoff(0, { random: () => 0 }), 500);
});

test("Retry-After in seconds and as a date", () => {
  assert.equal(retryAfter("3"), 3000);
  assert.equal(retryAfter(new Date(10_000).toUTCString(), 4000), 6000);
  assert.deepEqual([retryAfter(null), retryAfter("soon"), retryAfter("86400")], [null, null, 300_000]);
});

/** A line whose ways are opened and closed by hand; time is moved by hand, too. */
function stage() {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const tries = [];
  const way = (name) => (hears) => {
    const made = { name, hears, closed: false, close: () => { made.closed = true; }, check: () => { made.checked = true; } };
    tries.push(made);
    return made;
  };
  const heard = [];
  const over = mock.fn();
  const line = createLine({ ways: [way("socket"), way("stream"), way("poll")], heard: (frame) => heard.push(frame), over, random: () => 1 });
  return { line, tries, heard, over, names: () => tries.map(({ name }) => name).join(" "), last: () => tries.at(-1), wait: (time) => mock.timers.tick(time), end: () => mock.timers.reset() };
}

test("a line that broke comes again, later each time, and from the start once it held", () => {
  const { line, tries, last, wait, end } = stage();
  line.start();
  last().hears.open();
  last().hears.close(1006);
  wait(999);
  assert.equal(tries.length, 1);
  wait(1);
  last().hears.open();
  last().hears.close(1006);
  wait(1999);
  assert.equal(tries.length, 2);
  wait(1);
  last().hears.open();
  wait(6000);
  last().hears.close(1006);
  wait(1000);
  assert.equal(tries.length, 4);
  end();
});

test("a socket that never opens twice becomes a stream, and that a question every few seconds", () => {
  const { line, names, last, wait, end } = stage();
  line.start();
  for (let at = 0; at < 4; at++) {
    last().hears.close(1006);
    wait(30_000);
  }
  assert.equal(names(), "socket socket stream poll poll");
  line.wake({ fresh: true });
  last().hears.close(0);
  end();
});

test("the session's end ends it", () => {
  const { line, over, tries, last, wait, end } = stage();
  line.start();
  last().hears.open();
  last().hears.close(4401);
  wait(60_000);
  assert.deepEqual([over.mock.callCount(), tries.length, line.state()], [1, 1, "off"]);
  end();
});

test("a server that goes away is met again soon, one that had too much later", () => {
  const { line, tries, last, wait, end } = stage();
  line.start();
  last().hears.open();
  last().hears.close(1001);
  wait(4200);
  assert.equal(tries.length, 2);
  last().hears.open();
  last().hears.close(4429);
  wait(29_999);
  assert.equal(tries.length, 2);
  wait(1);
  assert.equal(tries.length, 3);
  end();
});

test("who comes back waits for nothing; a line that looks alive is asked", () => {
  const { line, tries, last, end } = stage();
  line.start();
  last().hears.open();
  line.wake();
  assert.equal(last().checked, true);
  last().hears.close(0);
  line.wake();
  assert.equal(tries.length, 2);
  end();
});

test("what an old line still says is not heard", () => {
  const { line, heard, last, wait, end } = stage();
  line.start();
  const old = last();
  old.hears.close(0);
  wait(1000);
  old.hears.frame({ type: "entries" });
  last().hears.frame({ type: "hello" });
  assert.deepEqual(heard, [{ type: "hello" }]);
  line.stop();
  end();
});

test("events come whole, however the stream is cut", () => {
  const heard = [];
  const read = sseReader((data) => heard.push(data));
  for (const piece of [": hello\r\n\r", "\ndata: {\"a\"", ":1}\n", "\ndata:x\ndata: y\n\nid: 3\ndata: z\r\n\r\n"]) read(piece);
  assert.deepEqual(heard, ['{"a":1}', "x\ny", "z"]);
});
