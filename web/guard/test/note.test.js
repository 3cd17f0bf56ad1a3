// A form whose names or lists do not come: it is never stopped, and nobody is warned of what would be none with its name.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, mock, test } from "node:test";

const TRANSACTION = "7f3a9c1be2d4860b5a1f9e3d7c2b8a6405f1e9d8c7b6a5948372615049382716";
const arrived = () => new Promise(setImmediate);
const file = (address) => readFileSync(new URL(`../dist/${address.pathname.split("/").at(-1)}`, import.meta.url), "utf8");

/** As much of a document as the note touches. */
class Element extends EventTarget {
  parentNode = null;
  dataset = {};
  children = [];
  getElementsByTagName = () => [new Element()];
  querySelectorAll = () => [];
  append(child) {
    this.children.push(child);
    child.parentNode = this;
  }
  remove() { this.parentNode = null; }
  focus() {}
}
globalThis.document = { createElement: () => new Element(), activeElement: null };

let version = 0;

/** A form in which somebody types `body`; every page takes in the script anew. */
async function form(body) {
  const { watch } = await import(`../dist/guard.js?v=${++version}`);
  const place = new Element();
  const field = Object.assign(new Element(), { type: "textarea", name: "body", value: body, closest: () => place });
  const all = Object.assign(new Element(), { elements: [field] });
  const note = new Element();
  document.activeElement = field;
  watch(all, { content: { firstElementChild: { cloneNode: () => note } }, dataset: {} });
  return {
    warned: () => note.parentNode === place,
    /** Nobody types for a while, and what is on its way comes. */
    async idle() {
      mock.timers.tick(400);
      for (let round = 0; round < 5; round++) await arrived();
    },
    sent: () => all.dispatchEvent(new Event("submit", { cancelable: true })),
  };
}

beforeEach(() => mock.timers.reset());

const FAILING = {
  "no line": () => Promise.reject(new TypeError("Failed to fetch")),
  "not found": async () => ({ ok: false }),
  "broken off": async () => ({ ok: true, text: () => Promise.reject(new TypeError("terminated")) }),
  "never there": () => new Promise(() => {}),
};
for (const [name, answer] of Object.entries(FAILING)) {
  test(`a form goes its way without the names (${name})`, async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    globalThis.fetch = answer;
    for (const body of [TRANSACTION, `My transaction ${TRANSACTION}`, "password: hunter22"]) {
      const page = await form(body);
      assert.ok(page.sent(), "before anything has come");
      await page.idle();
      assert.ok(!page.warned() && page.sent(), body);
    }
  });
}

test("names of one script that do not come stop nobody either", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.fetch = async (address) => ({ ok: !address.pathname.endsWith("/zh.txt"), text: async () => file(address) });
  const page = await form(`交易哈希 ${TRANSACTION}`);
  await page.idle();
  assert.ok(!page.warned() && page.sent());
});

test("a list that does not come leaves what is found without it", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.fetch = async (address) => ({ ok: address.pathname.endsWith("/en.txt"), text: async () => file(address) });
  const words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
  const without = await form(`My words: ${words}`);
  await without.idle();
  assert.ok(!without.warned() && without.sent());
  const page = await form(`My words: ${words}. password: hunter22`);
  await page.idle();
  assert.ok(page.warned());
});

test("with its names a secret stops a form once, a transaction never", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.fetch = async (address) => ({ ok: true, text: async () => file(address) });
  const transaction = await form(`My transaction ${TRANSACTION}`);
  await transaction.idle();
  assert.ok(!transaction.warned() && transaction.sent());
  const page = await form("password: hunter22");
  assert.ok(page.sent(), "nobody waits for the names");
  await page.idle();
  assert.ok(page.warned());
  assert.ok(!page.sent(), "it stops once");
  assert.ok(page.sent(), "who sends again sends");
});
