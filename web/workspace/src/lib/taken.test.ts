import { expect, test } from "vitest";
import { partsOf } from "./taken";

test("marks stand apart from the text around them", () => {
  expect(partsOf("my key ⟦private_key⟧, ⟦otp_code⟧")).toEqual([
    { text: "my key " }, { kind: "private_key" }, { text: ", " }, { kind: "otp_code" },
  ]);
  expect(partsOf("⟦seed_phrase⟧")).toEqual([{ kind: "seed_phrase" }]);
});

test("other brackets are text", () => {
  for (const source of ["", "⟦", "⟦ ⟧", "⟦Not A Kind⟧", "a ⟧ b ⟦"]) expect(partsOf(source).map((part) => "text" in part && part.text).join("")).toBe(source);
});
