import { expect, test } from "vitest";
import { visible } from "./visible";

test("what cannot be seen is written out, what emoji are made of stays", () => {
  expect(visible("gpj.\u202egnp")).toBe("gpj.⟨U+202E⟩gnp");
  expect(visible("0x1\u200b2\u{e0041}")).toBe("0x1⟨U+200B⟩2⟨U+E0041⟩");
  for (const plain of ["王小明", "👩‍💻", "❤️", "1️⃣", "a b"]) expect(visible(plain)).toBe(plain);
});
