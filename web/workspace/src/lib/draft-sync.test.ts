import { describe, expect, test } from "vitest";
import { DraftSync, joined, reconcile, type Local, type Remote, type Written } from "./draft-sync";
import type { KeptFile } from "./drafts";

const NONE = { files: [], baseFiles: [] };
const file = (id: string, whole = true): KeptFile => ({ id, name: `${id}.log`, size: 5, type: "", whole });
const files = (ids: string): KeptFile[] => Array.from(ids, (id) => file(id));

describe("this machine and the server", () => {
  test.each<[string, Omit<Local, "files" | "baseFiles">, Omit<Remote, "files">, string]>([
    ["same text", { text: "a", base: "", revision: 0 }, { body: "a", revision: 3 }, "agreed"],
    ["nothing typed here", { text: "a", base: "a", revision: 1 }, { body: "b", revision: 2 }, "adopt"],
    ["nothing here at all", { text: "", base: "", revision: 0 }, { body: "b", revision: 2 }, "adopt"],
    ["sent elsewhere, untouched here", { text: "a", base: "a", revision: 1 }, { body: "", revision: 0 }, "adopt"],
    ["nothing typed elsewhere", { text: "ab", base: "a", revision: 1 }, { body: "a", revision: 1 }, "push"],
    ["the same text under another number", { text: "ab", base: "a", revision: 1 }, { body: "a", revision: 4 }, "push"],
    ["sent elsewhere, gone on here", { text: "ab", base: "a", revision: 1 }, { body: "", revision: 0 }, "push"],
    ["both were changed", { text: "ab", base: "a", revision: 1 }, { body: "ac", revision: 2 }, "conflict"],
  ])("%s", (_, local, remote, verdict) => expect(reconcile({ ...local, ...NONE }, { ...remote, files: [] })).toBe(verdict));
});

describe("files of both", () => {
  test.each([
    ["added here", "ab", "a", "a", "ab"],
    ["added there", "a", "a", "ab", "ab"],
    ["added here and there", "ab", "a", "ac", "acb"],
    ["taken out here", "a", "ab", "ab", "a"],
    ["taken out there", "ab", "ab", "b", "b"],
    ["taken out here, added there", "", "a", "ab", "b"],
  ])("%s", (_, ours, base, theirs, expected) => {
    const local = { text: "", base: "", revision: 1, files: files(ours), baseFiles: files(base) };
    expect(joined(local, { body: "", revision: 2, files: files(theirs) }).map(({ id }) => id).join("")).toBe(expected);
  });
});

/** A server, and machines that keep what they typed. */
class Server {
  body = "";
  files: readonly KeptFile[] = [];
  revision = 0;
  /** Cleared away meanwhile. */
  gone = "";
  get remote(): Remote {
    return { body: this.body, files: this.files, revision: this.revision };
  }
  write({ text, files, revision }: Local): Written {
    if (revision !== this.revision) return { kind: "newer", remote: this.remote };
    this.body = text.replace("hunter2", "⟦password⟧");
    this.files = files.filter(({ id }) => !this.gone.includes(id));
    const instead = this.body === text ? {} : { body: this.body };
    return { kind: "kept", revision: (this.revision += 1), files: this.files.map(({ id }) => id), ...instead };
  }
  /** Sent, or taken back: what the server does by itself. */
  becomes(body: string, files: readonly KeptFile[], revision: number) {
    Object.assign(this, { body, files, revision });
  }
}
class Machine {
  text = "";
  files: readonly KeptFile[] = [];
  base = "";
  baseFiles: readonly KeptFile[] = [];
  lost: string[] = [];
  taken = false;
  revision = 0;
  offered: Remote | null = null;
  away = false;
  readonly sync: DraftSync;
  constructor(server: Server) {
    this.sync = new DraftSync({
      read: async () => (this.away ? null : server.remote),
      write: async (local) => (this.away ? { kind: "unanswered" } : server.write(local)),
      agreed: (base, baseFiles, revision) => Object.assign(this, { base, baseFiles, revision }),
      adopt: (text, files) => Object.assign(this, { text, files }),
      taken: (out) => (this.taken = out),
      lost: (files) => {
        this.lost = files.map(({ id }) => id);
        this.files = this.files.filter((file) => !files.includes(file));
      },
      offer: (remote) => (this.offered = remote),
      local: () => ({ text: this.text, files: this.files, base: this.base, baseFiles: this.baseFiles, revision: this.revision }),
    });
  }
  async type(text: string) {
    this.text = text;
    await this.sync.push();
  }
  async attach(...added: KeptFile[]) {
    this.files = [...this.files, ...added];
    await this.sync.push();
  }
}

test("begun on one machine, gone on with on another", async () => {
  const server = new Server();
  const [office, home] = [new Machine(server), new Machine(server)];
  await office.type("Dear Morgan");
  await home.sync.open();
  expect(home.text).toBe("Dear Morgan");
  await home.type("Dear Morgan, thanks");
  await office.sync.open();
  expect(office.text).toBe("Dear Morgan, thanks");
});

describe("typed on both", () => {
  async function both() {
    const server = new Server();
    const [office, home] = [new Machine(server), new Machine(server)];
    await office.type("one");
    await home.type("two");
    return { server, office, home };
  }

  test("both are kept, and the other one is offered", async () => {
    const { server, home } = await both();
    expect(home).toMatchObject({ text: "two", offered: { body: "one" } });
    await home.type("two more");
    expect(server.body).toBe("one");
  });

  test.each([["theirs", "one"], ["ours", "two"], ["both", "one\n\ntwo"]] as const)("%s is chosen", async (choice, text) => {
    const { server, office, home } = await both();
    await home.sync.choose(choice);
    expect(home).toMatchObject({ text, offered: null });
    expect(server.body).toBe(text);
    await office.sync.open();
    expect(office.text).toBe(text);
  });

  test("the other machine typed on while the choice was open: asked again, nothing lost", async () => {
    const { server, office, home } = await both();
    await office.type("one and a half");
    await home.sync.choose("ours");
    expect(home).toMatchObject({ text: "two", offered: { body: "one and a half" } });
    expect(server.body).toBe("one and a half");
  });
});

test("what was typed without a line goes out later", async () => {
  const server = new Server();
  const machine = new Machine(server);
  machine.away = true;
  await machine.type("typed on a train");
  machine.away = false;
  await machine.sync.open();
  expect(server.body).toBe("typed on a train");
});

test("letters typed while a call is under way are not forgotten", async () => {
  const server = new Server();
  const machine = new Machine(server);
  const first = machine.type("a");
  await Promise.all([first, machine.type("ab")]);
  expect(server.body).toBe("ab");
});

test("a secret that the server took out stays in what was typed here, through a reload too", async () => {
  const server = new Server();
  const machine = new Machine(server);
  await machine.type("mine is hunter2");
  expect([server.body, machine.text, machine.taken]).toEqual(["mine is ⟦password⟧", "mine is hunter2", true]);
  await machine.sync.open();
  expect([machine.text, machine.offered]).toEqual(["mine is hunter2", null]);
  await machine.type("mine is lost");
  expect([server.body, machine.taken]).toEqual(["mine is lost", false]);
});

describe("files of a draft", () => {
  async function both() {
    const server = new Server();
    const [office, home] = [new Machine(server), new Machine(server)];
    await office.attach(file("a"), file("b", false));
    await home.sync.open();
    return { server, office, home };
  }

  test("without a word they are on the other machine, whole ones and halves", async () => {
    const { server, home } = await both();
    expect(home.files).toEqual([file("a"), file("b", false)]);
    expect(server.revision).toBe(1);
  });

  test("added on both at once, both have both, and nobody is asked", async () => {
    const { server, office, home } = await both();
    await office.attach(file("c"));
    await home.attach(file("d"));
    await office.sync.open();
    for (const { files, offered } of [office, home]) expect([files.map(({ id }) => id).join(""), offered]).toEqual(["abcd", null]);
    expect(server.files.map(({ id }) => id).join("")).toBe("abcd");
  });

  test("typed on both: whatever is chosen, no file is lost", async () => {
    const { server, office, home } = await both();
    await office.attach(file("c"));
    await office.type("one");
    home.files = [...home.files, file("d")];
    await home.type("two");
    expect(home.offered?.body).toBe("one");
    await home.sync.choose("theirs");
    expect([home.text, home.files.map(({ id }) => id).join("")]).toEqual(["one", "abcd"]);
    expect(server.files.map(({ id }) => id).join("")).toBe("abcd");
  });

  test("sent on one machine, they are gone from the other", async () => {
    const { server, home } = await both();
    server.becomes("", [], 0);
    await home.sync.open();
    expect([home.text, home.files]).toEqual(["", []]);
    expect(server.revision).toBe(0);
  });

  test("what the server has no more is to be sent again", async () => {
    const { server, home } = await both();
    server.gone = "a";
    await home.type("see the logs");
    expect([home.lost, home.files.map(({ id }) => id)]).toEqual([["a"], ["b"]]);
    const { revision } = server;
    await home.sync.push();
    expect(server.revision).toBe(revision);
  });

  test("typed on after it was sent elsewhere: the text goes on as a new draft", async () => {
    const { server, home } = await both();
    server.becomes("", [], 0);
    await home.type("one more thing");
    expect([server.body, server.files, home.files]).toEqual(["one more thing", [], []]);
  });

  test("taken back, with something typed since: the server's draft and this one are the same", async () => {
    const { server, home } = await both();
    server.becomes("see the logs\n\nand", [file("a")], 1);
    Object.assign(home, { text: "see the logs\n\nand this", base: "see the logs\n\nand", files: [file("a")], baseFiles: [file("a")], revision: 0 });
    await home.sync.open();
    expect([home.offered, server.body, server.files]).toEqual([null, "see the logs\n\nand this", [file("a")]]);
  });
});
