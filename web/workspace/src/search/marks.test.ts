import { expect, test } from "vitest";
import { inSight, pieces } from "./marks";

const marked = (text: string, query: string) => pieces(text, query).map(({ text, found }) => (found ? `[${text}]` : text)).join("");

test("what was looked for is marked, whatever its case", () => expect(marked("My Deposit, a deposit", "deposit")).toBe("My [Deposit], a [deposit]"));
test("filters are not words", () => expect(marked("deposit state open", "state:open deposit -tag:x")).toBe("[deposit] state open"));
test("phrases are looked for whole", () => expect(marked("two hours ago, two", '"two hours"')).toBe("[two hours] ago, two"));
test("in Chinese", () => expect(marked("充值未到账 0.5 BTC", "未到账")).toBe("充值[未到账] 0.5 BTC"));
test("what means something in a pattern does not", () => expect(marked("a (b) c*", "(b) c*")).toBe("a [(b)] [c*]"));
test("nothing without words", () => expect(marked("abc", "state:open")).toBe("abc"));

test("what was found far on is brought into sight", () => {
  const long = inSight(pieces(`${"so it goes on. ".repeat(9)}The deposit is missing`, "deposit"));
  expect(long.map(({ text }) => text).join("")).toBe("…o it goes on. The deposit is missing");
});
test("wide letters take more room", () => {
  const wide = inSight(pieces("2026-11-21 16:03 に自分のウォレットから 0.35 BTC を入金", "BTC"));
  expect(wide.map(({ text }) => text).join("")).toBe("…ォレットから 0.35 BTC を入金");
});
test("what stands near the beginning stays", () => expect(inSight(pieces("My deposit", "deposit"))).toEqual(pieces("My deposit", "deposit")));
