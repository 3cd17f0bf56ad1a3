import { describe, expect, test } from "vitest";
import { isChord, KeyReader, normal, printed, refusal, strokeOf, type Press } from "./keys";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key, code: "", isComposing: false, keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...more,
});

describe("a stroke", () => {
  test.each<[string, Partial<Press>, string]>([
    ["j", {}, "j"],
    ["X", { shiftKey: true }, "shift+x"],
    ["?", { shiftKey: true }, "?"],
    ["k", { ctrlKey: true }, "mod+k"],
    ["Enter", { ctrlKey: true, shiftKey: true }, "mod+shift+enter"],
    [";", { ctrlKey: true }, "mod+;"],
    ["s", { ctrlKey: true, altKey: true }, "mod+alt+s"],
    ["+", { shiftKey: true }, "plus"],
  ])("%s with %o is %s", (key, more, stroke) => expect(strokeOf(press(key, more), false)).toBe(stroke));

  test("on a Mac is written with Cmd, and Option does not hide the letter", () => {
    expect(strokeOf(press("k", { metaKey: true }), true)).toBe("mod+k");
    expect(strokeOf(press("ß", { ctrlKey: true, altKey: true, code: "KeyS" }), true)).toBe("ctrl+alt+s");
    expect(normal("ctrl+alt+s", true)).toBe("ctrl+alt+s");
    expect(normal("ctrl+alt+s", false)).toBe("mod+alt+s");
  });

  test("is none while an input method composes", () => {
    expect(strokeOf(press("e", { isComposing: true }))).toBeNull();
    expect(strokeOf(press("Process", { keyCode: 229, code: "KeyE" }))).toBeNull();
    expect(strokeOf(press("Enter", { ctrlKey: true, isComposing: true }))).toBeNull();
  });

  test("is none with AltGr, which types letters", () => {
    expect(strokeOf(press("ś", { ctrlKey: true, altKey: true, code: "KeyS", getModifierState: (key) => key === "AltGraph" }))).toBeNull();
  });

  test("is the place of the key on a layout without Latin letters", () => {
    expect(strokeOf(press("ㄱ", { code: "KeyR" }))).toBe("r");
    expect(strokeOf(press("у", { code: "KeyE" }))).toBe("e");
    expect(strokeOf(press("；", { ctrlKey: true, code: "Semicolon" }), false)).toBe("mod+;");
    expect(strokeOf(press("？", { shiftKey: true, code: "Slash" }))).toBe("?");
  });

  test("is nothing by a modifier alone", () => expect(strokeOf(press("Shift", { shiftKey: true }))).toBeNull());
});

describe("a sequence", () => {
  const reader = () => new KeyReader((keys) => ({ "g i": "inbox", i: "assign-me", j: "next" })[keys] ?? null);

  test("is read as one, and its second key does nothing else", () => {
    const read = reader();
    expect(read.read("g", 0)).toBeNull();
    expect(read.read("i", 500)).toBe("inbox");
    expect(read.read("i", 600)).toBe("assign-me");
  });

  test("is forgotten after a pause", () => {
    const read = reader();
    read.read("g", 0);
    expect(read.read("i", 5000)).toBe("assign-me");
  });

  test("does not swallow a key that ends none", () => {
    const read = reader();
    read.read("g", 0);
    expect(read.read("j", 100)).toBe("next");
  });
});

describe("a stroke is refused", () => {
  test.each(["mod+w", "mod+t", "mod+shift+n", "alt+f", "meta+l", "f5", "mod+1"])("%s: the browser's", (keys) => expect(refusal(keys)).toBe("browser"));
  test.each(["tab", "enter", "space", "escape", "arrowdown", "shift+tab"])("%s: every control's", (keys) => expect(refusal(keys)).toBe("control"));
  test.each(["j", "shift+x", "?", "g i", "mod+k", "mod+enter", "mod+shift+enter", "mod+;", "ctrl+alt+s", "mod+alt+s", "plus"])("%s: no", (keys) =>
    expect(refusal(keys)).toBeNull());
});

test("only chords are read in text fields", () => {
  expect(["mod+k", "ctrl+alt+s", "j", "shift+x", "?"].map(isChord)).toEqual([true, true, false, false, false]);
});

test("keys are printed as they stand on the keyboard", () => {
  expect(printed("g i")).toEqual(["G", "I"]);
  expect(printed("mod+shift+enter")).toEqual(["Ctrl ⇧ ↵"]);
  expect(printed("")).toEqual([]);
});
