import { expect, test } from "vitest";
import { best, score } from "./match";

const order = (typed: string, names: string[]) => best(typed, names, (name) => [name]);

test("a whole name before its beginning, a word's beginning before its middle", () => {
  expect(order("close", ["Disclosed", "Send and close", "Close all", "Close"])).toEqual(["Close", "Close all", "Send and close", "Disclosed"]);
});

test("the beginnings of words, in order", () => {
  expect(order("atm", ["Assign to me", "Attach", "Item"])).toEqual(["Assign to me"]);
  expect(order("gti", ["Go to inbox"])).toEqual(["Go to inbox"]);
});

test("every word that was typed must fit, in any order", () => {
  expect(order("lin assign", ["Assign to Lin", "Assign to Mina"])).toEqual(["Assign to Lin"]);
});

test("Chinese, Korean, full-width and accented letters", () => {
  expect(score("分配", "分配给我")).toBeGreaterThan(0);
  expect(score("담당", "내 담당")).toBeGreaterThan(0);
  expect(score("ＡＰＩ", "API tokens")).toBeGreaterThan(0);
  expect(score("zoe", "Zoë")).toBe(100);
});

test("nothing typed leaves the order as it is", () => expect(order("", ["b", "a"])).toEqual(["b", "a"]));
test("nonsense fits nothing", () => expect(order("qqq", ["Close"])).toEqual([]));
