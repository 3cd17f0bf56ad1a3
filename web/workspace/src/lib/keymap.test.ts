import { describe, expect, test } from "vitest";
import { commandIds, commandTable, presetKeys, presets } from "./command-table";
import { commandIn, conflicts, keysIn, readKeymap, standard, withKeys } from "./keymap";
import { normal, refusal } from "./keys";

describe.each(presets)("the preset %s", (preset) => {
  const map = { preset, own: {} };

  test("gives no keys twice, and no command stands in another's way", () => {
    expect(commandIds.filter((id) => conflicts(map, id).length > 0)).toEqual([]);
  });

  test("takes nothing of the browser and nothing that controls need", () => {
    expect(commandIds.filter((id) => refusal(presetKeys(preset, id)))).toEqual([]);
  });

  test("finds every command by its keys", () => {
    for (const id of commandIds) if (keysIn(map, id)) expect(commandIn(map, normal(keysIn(map, id)))).toBe(id);
  });
});

describe("the keys of the agreed table", () => {
  test.each(Object.entries({
    palette: "mod+k", next: "j", previous: "k", reply: "r", note: "n", snooze: "h", search: "/", help: "?", assign: "a", "assign-me": "i",
    tag: "l", close: "e", undo: "z", send: "mod+enter", "send-close": "mod+shift+enter", macro: "mod+;", inbox: "g i", views: "g v", chats: "g c",
  }))("%s: %s", (id, keys) => expect(commandTable[id as keyof typeof commandTable].keys).toBe(keys));
});

describe("keys of one's own", () => {
  test("replace the preset's, and are kept only where they differ", () => {
    const map = withKeys(standard, "close", "q");
    expect(commandIn(map, "q")).toBe("close");
    expect(commandIn(map, "e")).toBeNull();
    expect(withKeys(map, "close", "e")).toEqual(standard);
  });

  test("can be none", () => expect(commandIn(withKeys(standard, "spam", ""), "!")).toBeNull());

  test("that are somebody else's are told, on both sides", () => {
    const map = withKeys(standard, "close", "r");
    expect(conflicts(map, "close")).toEqual(["reply"]);
    expect(conflicts(map, "reply")).toEqual(["close"]);
  });

  test("that begin a sequence stand in its way", () => {
    expect(conflicts(withKeys(standard, "close", "g"), "close")).toEqual(["inbox", "views", "chats", "mentions", "articles"]);
  });

  test("come back as they were kept; what cannot be read is the standard", () => {
    const map = withKeys({ preset: "zendesk", own: {} }, "close", "q");
    expect(readKeymap(JSON.stringify(map))).toEqual(map);
    expect(readKeymap('{"preset":"emacs","own":{"close":7,"gone":"x"}}')).toEqual(standard);
    expect(readKeymap("{")).toEqual(standard);
    expect(readKeymap(null)).toEqual(standard);
  });
});
