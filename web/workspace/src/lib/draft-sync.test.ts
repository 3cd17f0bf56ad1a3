import { describe, expect, test } from "vitest";
import { DraftSync, reconcile, type Local, type Remote, type Written } from "./draft-sync";

describe("this machine and the server", () => {
  test.each<[string, Local, Remote, string]>([
    ["same text", { text: "a", base: "", revision: 0 }, { body: "a", revision: 3 }, "agreed"],
    ["nothing typed here", { text: "a", base: "a", revision: 1 }, { body: "b", revision: 2 }, "adopt"],
    ["nothing here at all", { text: "", base: "", revision: 0 }, { body: "b", revision: 2 }, "adopt"],
    ["sent elsewhere, untouched here", { text: "a", base: "a", revision: 1 }, { body: "", revision: 0 }, "adopt"],
    ["nothing typed elsewhere", { text: "ab", base: "a", revision: 1 }, { body: "a", revision: 1 }, "push"],
    ["the same text under another number", { text: "ab", base: "a", revision: 1 }, { body: "a", revision: 4 }, "push"],
    ["sent elsewhere, gone on here", { text: "ab", base: "a", revision: 1 }, { body: "", revision: 0 }, "push"],
    ["both were changed", { text: "ab", base: "a", revision: 1 }, { body: "ac", revision: 2 }, "conflict"],
  ])("%s", (_, local, remote, verdict) => expect(reconcile(local, remote)).toBe(verdict));
});

/** A server, and machines that keep what they typed. */
class Server {
  body = "";
  revision = 0;
  write({ text, revision }: Local): Written {
    if (revision !== this.revision) return { kind: "newer", remote: { body: this.body, revision: this.revision } };
    this.body = text;
    return { kind: "kept", revision: (this.revision += 1) };
  }
}
class Machine {
  text = "";
  base = "";
  revision = 0;
  offered: Remote | null = null;
  away = false;
  readonly sync: DraftSync;
  constructor(server: Server) {
    this.sync = new DraftSync({
      read: async () => (this.away ? null : { body: server.body, revision: server.revision }),
      write: async (local) => (this.away ? { kind: "unanswered" } : server.write(local)),
      agreed: (base, revision) => Object.assign(this, { base, revision }),
      adopt: (text) => (this.text = text),
      offer: (remote) => (this.offered = remote),
      local: () => ({ text: this.text, base: this.base, revision: this.revision }),
    });
  }
  async type(text: string) {
    this.text = text;
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
