import type { Problem } from "@dengta/api";
import { beforeEach, expect, test } from "vitest";
import { Refused, upload, type Course, type Transport } from "./upload";

const CHUNK = 4;
const problem = (status: number): Problem => ({ type: "about:blank", status, title: "", errors: [] });
let held: Map<string, string>;
let created: number;
let pauses: number[];
/** What the next calls do instead of what they should. */
let faults: Partial<Record<keyof Transport, (() => void)[]>>;

const fault = (of: keyof Transport) => faults[of]?.shift()?.();
const cut = () => { throw new Refused(null); };
const refuse = (status: number) => () => { throw new Refused(problem(status)); };

const server: Transport = {
  async create() {
    fault("create");
    const id = `file-${(created += 1)}`;
    held.set(id, "");
    return { id, offset: 0, chunk: CHUNK };
  },
  async offset(id) {
    fault("offset");
    const bytes = held.get(id);
    if (bytes === undefined) throw new Refused(problem(404));
    return { offset: bytes.length, chunk: CHUNK };
  },
  async send(id, offset, piece) {
    const bytes = held.get(id);
    if (bytes === undefined) throw new Refused(problem(404));
    if (bytes.length !== offset) throw new Refused(problem(409));
    const text = await piece.text();
    try {
      fault("send");
    } catch (error) {
      // The line was cut in the middle of the piece: half of it arrived.
      if (error instanceof Refused && !error.problem) held.set(id, bytes + text.slice(0, 2));
      throw error;
    }
    held.set(id, bytes + text);
    return offset + text.length;
  },
};
const course = (more: Partial<Course> = {}): Course => ({
  signal: new AbortController().signal, id: null, begun: () => {}, progress: () => {},
  pause: async (ms) => void pauses.push(ms), ...more,
});
const file = new File(["0123456789"], "a.txt", { type: "text/plain" });

beforeEach(() => {
  held = new Map();
  created = 0;
  pauses = [];
  faults = {};
});

test("a file goes in pieces, and tells how far it is", async () => {
  const progress: number[] = [];
  const id = await upload(file, server, course({ progress: (bytes) => progress.push(bytes) }));
  expect(held.get(id)).toBe("0123456789");
  expect(progress).toEqual([0, 4, 8, 10]);
});

test("a line that is cut within a piece costs only that piece, whatever arrived of it", async () => {
  faults.send = [() => {}, cut, cut];
  const id = await upload(file, server, course());
  expect(held.get(id)).toBe("0123456789");
  expect(pauses).toEqual([500, 1000]);
});

test("cut off before it was announced, it is announced again", async () => {
  faults.create = [cut];
  expect(held.get(await upload(file, server, course()))).toBe("0123456789");
});

test("a piece that arrived although its answer did not is not sent twice", async () => {
  faults.send = [() => { held.set("file-1", "0123"); throw new Refused(problem(503)); }];
  const id = await upload(file, server, course());
  expect(held.get(id)).toBe("0123456789");
});

test("an upload from before a reload goes on where it stopped", async () => {
  held.set("old", "01234");
  const progress: number[] = [];
  expect(await upload(file, server, course({ id: "old", progress: (bytes) => progress.push(bytes) }))).toBe("old");
  expect(held.get("old")).toBe("0123456789");
  expect(progress[0]).toBe(5);
});

test("one that the server has cleared away begins anew", async () => {
  const id = await upload(file, server, course({ id: "long-gone" }));
  expect(id).toBe("file-1");
  expect(held.get(id)).toBe("0123456789");
});

test("a refusal ends it", async () => {
  faults.create = [refuse(413)];
  await expect(upload(file, server, course())).rejects.toMatchObject({ problem: { status: 413 } });
  expect(pauses).toEqual([]);
});

test("a line that stays away leaves it to be gone on with", async () => {
  faults.send = Array.from({ length: 20 }, () => refuse(502));
  let id = null as string | null;
  await expect(upload(file, server, course({ begun: (made) => (id = made) }))).rejects.toBeInstanceOf(Refused);
  faults = {};
  expect(held.get(await upload(file, server, course({ id })))).toBe("0123456789");
});

test("taken away, it stops", async () => {
  const aborted = new AbortController();
  faults.send = [() => aborted.abort()];
  await expect(upload(file, server, course({ signal: aborted.signal }))).rejects.toThrow();
  expect(held.get("file-1")).toBe("0123");
});

test("an empty file needs no piece", async () => {
  const id = await upload(new File([], "empty.txt"), server, course());
  expect(held.get(id)).toBe("");
});
