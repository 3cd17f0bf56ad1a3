import { describe, expect, test } from "vitest";
import { DraftSync, type Local, type Remote, type Written } from "../lib/draft-sync";
import { EMPTY, keywordLine, keywordsOf, pack, readable, remoteOf, unpack, type Text } from "./text";

const text = (body: string): Text => ({ ...EMPTY, title: "T", body });
const content = (body: string) => ({ title: "T", summary: "", keywords: [], body });
const by = null;
const version = (number: number, body: string) => ({ number, content: content(body), translates: null, author: by, reviewer: by, published_at: "" });
const draft = (revision: number, body: string) => ({
  content: content(body), base: 0, translates: null, revision, state: "writing" as const, author: by, writers: [], reviewer: by, remark: "", publish_at: null, updated_at: "",
});

test("what is packed is unpacked, and what cannot be read is empty", () => {
  const whole: Text = { title: "a", summary: "b", keywords: ["c", "d"], body: "e\n\"f\"", translates: { language: "zh-CN", number: 3 } };
  expect(unpack(pack(whole))).toEqual(whole);
  expect(unpack("{")).toEqual(EMPTY);
});

test("search words are parted as people part them", () => {
  expect(keywordsOf("2FA, 丢失、验证器，重置\n")).toEqual(["2FA", "丢失", "验证器", "重置"]);
  expect(keywordLine(["a", "b"], "zh-TW")).toBe("a、b");
});

test("without a drawing by the server the words stay", () => {
  expect(readable("> [!NOTE]\n> Never.\n\nSee [this](help:lost-2fa#now) and ![a map](image:1).")).toBe("> Never.\n\nSee **this** and *a map*.");
});

/** This machine and a server that others write on, too. */
function machine(server: { draft: ReturnType<typeof draft> | null; published: ReturnType<typeof version> | null }, local: Partial<Local> = {}) {
  const here: Local = { text: "", files: [], base: "", baseFiles: [], revision: 0, ...local };
  const told: { offered: Remote | null } = { offered: null };
  const remote = () => remoteOf(server, EMPTY);
  const sync = new DraftSync({
    read: async () => remote(),
    async write({ text, revision }): Promise<Written> {
      if ((server.draft?.revision ?? 0) !== Math.max(0, revision)) return { kind: "newer", remote: remote() };
      server.draft = draft((server.draft?.revision ?? 0) + 1, unpack(text).body);
      return { kind: "kept", revision: server.draft.revision, files: [] };
    },
    agreed: (base, _, revision) => Object.assign(here, { base, revision }),
    adopt: (adopted) => (here.text = adopted),
    lost: () => {},
    offer: (offered) => (told.offered = offered),
    local: () => here,
  });
  return { here, told, sync };
}

describe("a text on several machines", () => {
  test("looking at what is published writes no draft", async () => {
    const server = { draft: null, published: version(1, "one") };
    const { here, sync } = machine(server);
    await sync.open();
    await sync.push();
    expect([unpack(here.text).body, here.revision, server.draft]).toEqual(["one", -1, null]);
  });

  test("writing makes a draft of it", async () => {
    const server = { draft: null as ReturnType<typeof draft> | null, published: version(1, "one") };
    const { here, sync } = machine(server);
    await sync.open();
    here.text = pack(text("two"));
    await sync.push();
    expect([server.draft?.content.body, here.revision]).toEqual(["two", 1]);
  });

  test("what was typed on an older version is not sent over a newer one: both are shown", async () => {
    const base = pack(text("one"));
    const server = { draft: null as ReturnType<typeof draft> | null, published: version(2, "theirs") };
    const { here, told, sync } = machine(server, { text: pack(text("ours")), base, revision: -1 });
    await sync.open();
    expect([unpack(told.offered!.body).body, unpack(here.text).body, server.draft]).toEqual(["theirs", "ours", null]);
    await sync.choose("ours");
    expect([server.draft?.content.body, told.offered]).toEqual(["ours", null]);
  });

  test("a colleague who writes on the same draft is seen at the next save", async () => {
    const server = { draft: draft(3, "begun"), published: null };
    const { here, told, sync } = machine(server);
    await sync.open();
    server.draft = draft(4, "theirs");
    here.text = pack(text("ours"));
    await sync.push();
    expect(unpack(told.offered!.body).body).toBe("theirs");
    await sync.choose("theirs");
    expect([unpack(here.text).body, server.draft.revision]).toEqual(["theirs", 4]);
  });

  test("what was published as it was typed here agrees", async () => {
    const server = { draft: null, published: version(2, "two") };
    const { here, told, sync } = machine(server, { text: pack(text("two")), base: pack(text("two")), revision: 5 });
    await sync.open();
    expect([here.revision, told.offered]).toEqual([-2, null]);
  });
});
