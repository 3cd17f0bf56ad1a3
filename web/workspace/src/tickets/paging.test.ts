import { expect, test } from "vitest";
import { below } from "./paging";

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const said = (old: string, head: string) => below(rows(old), rows(head)).map(({ id }) => id).join("");

test("what was paged in stays below a head that did not change", () => {
  expect(said("abcdef", "abc")).toBe("def");
});

test("a row that came on top pushes the head's last one below", () => {
  expect(said("abcdef", "xab")).toBe("cdef");
});

test("a row that rose into the head does not stand twice", () => {
  expect(said("abcdef", "eab")).toBe("cdf");
});

test("a head that shares nothing with the list starts it anew", () => {
  expect(said("abc", "xyz")).toBe("");
});
