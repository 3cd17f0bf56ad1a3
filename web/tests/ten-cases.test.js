// Ten cases of a Tuesday, worked off with nothing but the keyboard, while a colleague in another browser sees it happen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { launch } from "./browser.js";
import { startDesk } from "./desk.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
const POINTED = "A pointer was used.";
/** How often Tab is pressed at most until it is where it should come by. */
const STOPS = 120;
let desk, browser, lin, mina, me;
const worked = new Set();

before(async () => {
  desk = await startDesk();
  browser = await launch();
  [lin, mina] = await Promise.all(["lead", "admin"].map(signedIn));
  me = await lin.evaluate(async () => (await fetch("/api/v1/session")).json());
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

function signedIn(role) {
  const prepare = (page) => page.addInitScript((fault) => addEventListener("pointerdown", () => console.error(fault), true), POINTED);
  return agent.signedIn(browser, desk, { role, prepare });
}

const openId = () => new URL(lin.url()).pathname.split("/")[3];
const field = (page, kind) => page.getByLabel(say(`${kind}-body`));
const message = (page, text) => page.locator("article:not([aria-busy])").filter({ hasText: text });
const row = (page, id) => page.locator(`[data-id="${id}"]`);
const facts = (page) => page.getByRole("main");
const elsewhere = (before) => lin.waitForURL((url) => url.pathname !== before);

async function press(...keys) {
  for (const key of keys) await lin.keyboard.press(key);
}

/** Where letters are commands. */
async function leaveField() {
  await press("Escape");
  await lin.waitForFunction(() => !/^(TEXTAREA|INPUT)$/.test(document.activeElement?.tagName));
}

/** Answers the question that the palette asks. */
async function choose(typed) {
  const asked = lin.locator("dialog[open] input[role=combobox]");
  await asked.waitFor();
  await lin.keyboard.type(typed);
  await lin.locator("dialog[open] [role=option]").first().waitFor();
  await press("Enter");
  await asked.waitFor({ state: "detached" });
}

/** Goes on by Tab, as somebody does who sees where it goes. */
async function tabTo(target) {
  await target.waitFor();
  for (let stops = 0; stops < STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await press("Tab");
  }
  assert.fail(`Tab does not come by ${target}`);
}

/** A case that nobody has worked on yet, on both screens: the one that is open, or the next. */
async function take() {
  while (!openId() || worked.has(openId())) {
    const before = new URL(lin.url()).pathname;
    await press("j");
    await elsewhere(before);
  }
  await message(lin, "").first().waitFor();
  const id = openId();
  worked.add(id);
  await mina.goto(`/desk/open/${id}`);
  await message(mina, "").first().waitFor();
  return id;
}

/** Up or down the list to a row of it: what was touched last may stand elsewhere than before. */
async function walkTo(id) {
  while (openId() !== id) {
    const here = new URL(lin.url()).pathname;
    const below = await lin.evaluate(([open, wanted]) => {
      const [from, to] = [open, wanted].map((each) => document.querySelector(`[data-id="${each}"]`));
      return Boolean(from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING);
    }, [openId(), id]);
    await press(below ? "j" : "k");
    await elsewhere(here);
  }
}

const inbox = async () => {
  await press("g", "i");
  await agent.firstTicket(lin).waitFor();
};

test("ten cases by keyboard alone, seen live by a colleague", async (story) => {
  await story.test("read and taken", async () => {
    await take();
    await press("i");
    await facts(mina).getByRole("button", { name: me.number }).waitFor();
  });

  await story.test("answered by a macro", async () => {
    await take();
    await press("Control+;");
    const picker = lin.getByRole("dialog", { name: say("macro") });
    await picker.getByRole("combobox").waitFor();
    await lin.keyboard.type("transaction");
    await picker.locator(".said").waitFor();
    await press("Enter");
    await picker.waitFor({ state: "detached" });
    await lin.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label && document.activeElement.value.length > 40, say("reply-body"));
    await press("Control+Enter");
    await message(mina, me.number).waitFor();
    await leaveField();
  });

  await story.test("noted", async () => {
    await take();
    await press("n");
    await lin.keyboard.type("Called the bank, they look at it.");
    await press("Control+Enter");
    await message(mina, "Called the bank").waitFor();
    await leaveField();
  });

  await story.test("given to a team", async () => {
    await take();
    await press("a");
    await choose("Security");
    await facts(mina).getByRole("button", { name: "Security" }).waitFor();
  });

  await story.test("snoozed, and on to the next", async () => {
    const id = await take();
    await press("h");
    await choose("2h");
    await lin.waitForURL((url) => !url.pathname.endsWith(id));
    await row(mina, id).waitFor({ state: "detached" });
  });

  await story.test("two are merged, and unmerged", async () => {
    await press("/");
    await lin.keyboard.type("0.75 ETH from my Ledger");
    await press("Enter");
    await lin.locator("a[href^='/desk/search/']").first().waitFor();
    await leaveField();
    const list = new URL(lin.url()).pathname;
    await press("j");
    await elsewhere(list);
    await lin.getByText(say("likely-the-same")).first().waitFor();
    const first = openId();
    await press("m");
    const dialog = lin.getByRole("dialog");
    await dialog.getByRole("option").first().waitFor();
    await press("Enter");
    await dialog.getByText(say("merge-undoable")).waitFor();
    await tabTo(dialog.getByRole("button", { name: say("do-merge") }));
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    await lin.getByText(say("merged-here")).waitFor();
    const survivor = openId();
    const other = await lin.getByRole("complementary").locator("section", { hasText: say("merged-here") }).locator("a").getAttribute("href");
    const merged = other.split("?")[0].split("/").at(-1);
    assert.ok([survivor, merged].includes(first));
    worked.add(survivor).add(merged);
    await mina.goto(`/desk/open/${merged}`);
    await mina.getByText(say("merged-into")).waitFor();
    await tabTo(lin.getByRole("complementary").getByRole("button", { name: say("unmerge") }));
    await press("Enter");
    await lin.getByText(say("merged-here")).waitFor({ state: "detached" });
    await mina.getByText(say("merged-into")).waitFor({ state: "detached" });
    await row(mina, merged).waitFor();
  });

  await story.test("closed, taken back, closed again: and on to the next", async () => {
    await inbox();
    const id = await take();
    await press("e");
    await lin.waitForURL((url) => !url.pathname.endsWith(id));
    await row(mina, id).waitFor({ state: "detached" });
    await press("z");
    await row(lin, id).waitFor();
    await row(mina, id).waitFor();
    await walkTo(id);
    await lin.getByRole("button", { name: say("close"), exact: true }).waitFor();
    await press("e");
    await lin.waitForURL((url) => !url.pathname.endsWith(id));
    await row(mina, id).waitFor({ state: "detached" });
  });

  await story.test("answered and closed in one go", async () => {
    const id = await take();
    await press("r");
    await lin.keyboard.type("It has been credited. Thank you for waiting.");
    await press("Control+Shift+Enter");
    await lin.waitForURL((url) => !url.pathname.endsWith(id));
    await message(mina, "It has been credited.").waitFor();
    await facts(mina).getByText(say("standing-closed"), { exact: true }).first().waitFor();
    await leaveField();
  });

  await story.test("stopped, because a colleague answered first", async () => {
    await take();
    // What comes while nobody looks is not read, however long this takes.
    await lin.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
    await press("r");
    await lin.keyboard.type("We look at it.");
    await mina.getByText(say("typing-reply", { name: me.name })).waitFor();
    await mina.keyboard.press("r");
    await mina.keyboard.type("I have it already.");
    await mina.keyboard.press("Control+Enter");
    await message(lin, "I have it already.").waitFor();
    await press("Control+Enter");
    const read = lin.getByRole("button", { name: say("read-them") });
    await read.waitFor();
    assert.equal(await field(lin, "reply").inputValue(), "We look at it.");
    await lin.evaluate(() => delete document.hidden);
    await press("Shift+Tab");
    await tabTo(read);
    await press("Enter", "Escape", "r", "Control+Enter");
    await message(mina, "We look at it.").waitFor();
  });
});

test("it were ten, nobody pointed at anything, and every chain holds", async () => {
  assert.equal(worked.size, 10);
  assert.deepEqual(lin.faults.filter((fault) => !fault.includes("409")), []);
  assert.deepEqual(mina.faults, []);
  assert.match(await desk.verify(), /\b0 faults/);
});
