import { describe, expect, test } from "vitest";
import { isSend, KeyReader } from "./keys";

type Press = Parameters<KeyReader["read"]>[0];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key, code: "", isComposing: false, keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more,
});

describe("single keys", () => {
  test.each([["j", "next"], ["K", "previous"], ["r", "reply"], ["?", "help"], ["x", null]])("%s is %s", (key, command) => {
    expect(new KeyReader().read(press(key), 0)).toBe(command);
  });

  test("never while an input method composes", () => {
    expect(new KeyReader().read(press("e", { isComposing: true }), 0)).toBeNull();
    expect(new KeyReader().read(press("Process", { keyCode: 229, code: "KeyE" }), 0)).toBeNull();
  });

  test("never as part of a browser's chord", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey"]) expect(new KeyReader().read(press("r", { [held]: true }), 0)).toBeNull();
  });

  test("by position on a layout without Latin letters", () => {
    expect(new KeyReader().read(press("ㄱ", { code: "KeyR" }), 0)).toBe("reply");
    expect(new KeyReader().read(press("у", { code: "KeyE" }), 0)).toBe("close");
  });

  test("held down, only the list moves on", () => {
    expect(new KeyReader().read(press("j", { repeat: true }), 0)).toBe("next");
    expect(new KeyReader().read(press("e", { repeat: true }), 0)).toBeNull();
  });
});

describe("G then I", () => {
  test("goes to the inbox, and does not assign", () => {
    const reader = new KeyReader();
    expect(reader.read(press("g"), 0)).toBeNull();
    expect(reader.read(press("i"), 500)).toBe("inbox");
    expect(reader.read(press("i"), 600)).toBe("assign-me");
  });

  test("is forgotten after a pause", () => {
    const reader = new KeyReader();
    reader.read(press("g"), 0);
    expect(reader.read(press("i"), 5000)).toBe("assign-me");
  });
});

test("Enter that ends a composition does not send", () => {
  expect(isSend(press("Enter", { ctrlKey: true }))).toBe(true);
  expect(isSend(press("Enter", { metaKey: true }))).toBe(true);
  expect(isSend(press("Enter", { ctrlKey: true, isComposing: true }))).toBe(false);
  expect(isSend(press("Enter"))).toBe(false);
});
