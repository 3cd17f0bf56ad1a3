import { describe, expect, test } from "vitest";
import { reveal, shift, wantsMore, windowOf } from "./window";

const ROW = 90;

describe("the window of a list of 10,000", () => {
  test.each([0, 1, 89, 90, 4_500, 123_456, 10_000 * ROW - 700, 10_000 * ROW])("covers what is seen at %i px", (top) => {
    const { from, to } = windowOf(top, 700, ROW, 10_000);
    expect(from * ROW).toBeLessThanOrEqual(top);
    expect(to * ROW).toBeGreaterThanOrEqual(Math.min(top + 700, 10_000 * ROW));
    expect(to - from).toBeLessThan(40);
  });

  test("never goes beyond the ends", () => {
    expect(windowOf(-50, 700, ROW, 3)).toEqual({ from: 0, to: 3 });
    expect(windowOf(5_000, 700, ROW, 3)).toEqual({ from: 3, to: 3 });
    expect(windowOf(0, 700, ROW, 0)).toEqual({ from: 0, to: 0 });
  });

  test("before the height of a row is known is the first page", () => expect(windowOf(0, 0, 0, 10_000)).toEqual({ from: 0, to: 50 }));
});

test("the next page is fetched well before the end is seen", () => {
  expect(wantsMore({ from: 0, to: 20 }, 50)).toBe(true);
  expect(wantsMore({ from: 0, to: 20 }, 150)).toBe(false);
  expect(wantsMore({ from: 100, to: 120 }, 150)).toBe(true);
});

test("a row is brought into sight with the least movement", () => {
  expect(reveal(0, 300, 700, ROW)).toBe(0);
  expect(reveal(5, 300, 700, ROW)).toBe(300);
  expect(reveal(11, 300, 700, ROW)).toBe(12 * ROW - 700);
});

describe("what came on top", () => {
  const rows = (ids: string) => [...ids].map((id) => ({ id }));

  test("pushes what is seen down by as many", () => expect(shift(rows("abcd"), rows("xyabcd"), 2)).toBe(2));
  test("that stood above before pushes nothing", () => expect(shift(rows("abcd"), rows("bacd"), 2)).toBe(0));
  test("that stood below pushes by one", () => expect(shift(rows("abcd"), rows("dabc"), 1)).toBe(1));
  test("is measured by the next row when the first one left", () => expect(shift(rows("abcd"), rows("xabd"), 2)).toBe(0));
  test("on another list moves nothing", () => expect(shift(rows("abcd"), rows("wxyz"), 0)).toBe(0));
});
