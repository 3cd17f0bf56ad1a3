// An agent with only the keyboard, and a colleague on whose screen it shows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, launch } from "./browser.js";
import { startDesk } from "./desk.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
let desk, browser, lin, mina;

before(async () => {
  desk = await startDesk();
  browser = await launch();
  lin = await agent.signedIn(browser, desk, { role: "lead" });
  mina = await agent.signedIn(browser, desk, { role: "admin" });
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

const press = (...keys) => keys.reduce((before, key) => before.then(() => lin.keyboard.press(key)), Promise.resolve());
const subject = (page) => page.getByRole("heading", { level: 1 }).innerText();
const row = (page, id) => page.locator(`[data-id="${id}"]`);
const openId = () => new URL(lin.url()).pathname.split("/")[3];
const toast = (page, text) => page.getByRole("region", { name: say("toasts") }).getByText(text).last().waitFor();

/** Answers the question that the palette asks. */
async function choose(typed) {
  const field = lin.locator("dialog[open] input[role=combobox]");
  await field.fill(typed);
  await lin.locator("dialog[open] [role=option]").first().waitFor();
  await press("Enter");
  await field.waitFor({ state: "detached" });
}

async function openNext() {
  const before = lin.url();
  await press("j");
  await lin.waitForURL((url) => url.href !== before);
  await lin.getByRole("article").first().waitFor();
}

test("what is done by keys shows at once, on a colleague's screen too, and Z takes it back", async () => {
  await openNext();
  const id = openId();
  const title = await subject(lin);
  await mina.goto(`/desk/open/${id}`);
  await mina.getByRole("heading", { level: 1, name: title }).waitFor();

  await press("i");
  await toast(lin, title);
  await lin.getByRole("button", { name: say("hand-back") }).waitFor();
  await mina.getByRole("region", { name: say("timeline") }).getByText(title).or(mina.getByRole("button", { name: say("assign-me") })).first().waitFor();

  await press("l");
  await choose("by-keyboard");
  await row(lin, id).getByText("by-keyboard").waitFor();
  await row(mina, id).getByText("by-keyboard").waitFor();

  await press("p");
  await choose(say("priority-urgent"));
  await row(mina, id).getByText(say("priority-urgent")).waitFor({ state: "attached" });

  await press("z");
  await row(mina, id).getByText(say("priority-urgent")).waitFor({ state: "detached" });
  await press("z");
  await row(mina, id).getByText("by-keyboard").waitFor({ state: "detached" });
});

test("closing goes on to the next ticket, and the row leaves every screen until Z", async () => {
  const id = openId();
  await press("e");
  await lin.waitForURL((url) => !url.pathname.endsWith(id));
  await row(lin, id).waitFor({ state: "detached" });
  await row(mina, id).waitFor({ state: "detached" });
  await press("z");
  await row(lin, id).waitFor();
  await row(mina, id).waitFor();
});

test("snoozed until a time that is typed", async () => {
  const id = openId();
  await press("h");
  await choose("2h");
  await lin.waitForURL((url) => !url.pathname.endsWith(id));
  await press("g", "v");
  await choose(say("view-snoozed"));
  await row(lin, id).waitFor();
  await press("z");
  await row(lin, id).waitFor({ state: "detached" });
  await press("g", "i");
  await row(lin, id).waitFor();
});

test("rows are selected by X, and Escape lets them go", async () => {
  await openNext();
  await press("x");
  await openNext();
  await openNext();
  await press("Shift+x");
  const boxes = lin.getByRole("checkbox", { checked: true });
  await boxes.nth(2).waitFor();
  assert.equal(await boxes.count(), 3);
  await inspect(lin, "desk-selected");
  await press("Escape");
  await lin.getByRole("toolbar", { name: say("bulk") }).waitFor({ state: "detached" });
  assert.equal(await boxes.count(), 0);
});

test("one action on many, with its progress, and Z takes all of it back", async () => {
  await press("g", "i");
  await agent.firstTicket(lin).waitFor();
  await openNext();
  const ids = [];
  for (let count = 0; count < 3; count += 1) {
    ids.push(openId());
    await press("x");
    await openNext();
  }
  await press("p");
  await choose(say("priority-low"));
  for (const id of ids) await row(lin, id).getByText(say("priority-low")).waitFor({ state: "attached" });
  for (const id of ids) await row(mina, id).getByText(say("priority-low")).waitFor({ state: "attached" });
  await lin.getByRole("region", { name: say("toasts") }).getByRole("button", { name: say("undo") }).last().waitFor();
  await press("z");
  for (const id of ids) await row(mina, id).getByText(say("priority-low")).waitFor({ state: "detached" });
});

/** Selects the row that is open and those after it, by keys. */
async function selectNext(count) {
  await press("g", "i");
  await agent.firstTicket(lin).waitFor();
  const ids = [];
  while (ids.length < count) {
    await openNext();
    ids.push(openId());
    await press("x");
  }
  await lin.getByRole("checkbox", { checked: true }).nth(count - 1).waitFor();
  return ids;
}

/** Opens the field in which all that are selected are answered. */
async function write(key) {
  await press(key);
  await lin.locator("dialog[open] textarea:focus").waitFor();
}

const undoable = () => lin.getByRole("region", { name: say("toasts") }).getByRole("button", { name: say("undo") }).last().waitFor();
const article = (page, text) => page.locator("article:not([aria-busy])").filter({ hasText: text });

test("many are answered with one text, which can be taken back; many are noted", async () => {
  const ids = await selectNext(2);
  await mina.goto(`/desk/open/${ids[0]}`);
  await article(mina, "").first().waitFor();
  await write("r");
  await lin.keyboard.type("We have found the cause.");
  await press("Escape");
  await lin.locator("dialog").waitFor({ state: "detached" });
  await write("r");
  assert.equal(await lin.locator("dialog[open] textarea").inputValue(), "We have found the cause.");
  await inspect(lin, "desk-bulk-reply");
  await press("Control+Enter");
  await article(mina, "We have found the cause.").waitFor();
  await undoable();
  await press("z");
  await mina.getByText(say("withdrawn")).first().waitFor();
  const noted = await selectNext(2);
  await write("n");
  await lin.keyboard.type("The bank knows.");
  await press("Control+Enter");
  await lin.getByRole("toolbar", { name: say("bulk") }).waitFor({ state: "detached" });
  for (const id of noted) {
    await mina.goto(`/desk/open/${id}`);
    await article(mina, "The bank knows.").waitFor();
  }
});

test("many are linked to an incident, and two of one customer are merged", async () => {
  const ids = await selectNext(2);
  await press("Escape");
  await lin.evaluate(async () => {
    const headers = { "Content-Type": "application/json" };
    await fetch("/api/v1/incidents", { method: "POST", headers, body: JSON.stringify({ title: "Deposits are late" }) });
  });
  await selectNext(2);
  await lin.getByRole("button", { name: say("more-actions") }).first().focus();
  await press("Enter");
  await lin.getByRole("menuitem", { name: say("key-incident") }).focus();
  await press("Enter");
  await lin.getByRole("dialog").getByRole("button", { name: "Deposits are late" }).focus();
  await press("Enter");
  await mina.goto(`/desk/open/${ids[0]}`);
  await mina.getByText("Deposits are late").first().waitFor();
  await undoable();
  await press("z");
  await mina.getByText(say("event-incident-unlinked", { actor: "" }).trim()).first().waitFor();

  await lin.goto("/desk/search?q=0.75+ETH+from+my+Ledger");
  await lin.locator("a[href^='/desk/search/']").nth(1).waitFor();
  await lin.getByRole("checkbox").nth(0).focus();
  await press("j", "x", "j", "x");
  await lin.getByRole("checkbox", { checked: true }).nth(1).waitFor();
  await press("m");
  await lin.getByRole("dialog").getByText(say("merge-undoable")).waitFor();
  await inspect(lin, "desk-bulk-merge");
  await lin.getByRole("dialog").getByRole("button", { name: say("do-merge") }).focus();
  await press("Enter");
  await undoable();
  await press("z");
  await lin.getByRole("region", { name: say("toasts") }).getByText("Taken back").first().waitFor();
});

test("letters typed in a field, or while an input method composes, are no commands", async () => {
  const before = lin.url();
  await press("r");
  await lin.keyboard.type("jkeziax?");
  assert.equal(lin.url(), before);
  await press("Escape");
  await lin.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { key: "j", isComposing: true, bubbles: true })));
  await lin.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Process", keyCode: 229, bubbles: true })));
  assert.equal(lin.url(), before);
});

test("the palette and the overview can be looked at and left", async () => {
  await press("Control+k");
  await lin.getByRole("combobox", { name: say("palette") }).waitFor();
  await inspect(lin, "desk-palette");
  await press("Escape");
  await lin.locator("dialog").waitFor({ state: "detached" });
  await press("?");
  await lin.getByRole("dialog", { name: say("keys") }).waitFor();
  await inspect(lin, "desk-keys-help");
  await press("Escape");
});

test("keys are changed, work at once, and are printed everywhere", async () => {
  await lin.goto("/desk/keys");
  const mine = lin.getByRole("listitem").filter({ has: lin.getByText(say("key-close"), { exact: true }) }).locator("button.keys");
  await mine.focus();
  await press("Enter", "q");
  await lin.getByRole("group").getByText("Q", { exact: false }).first().waitFor();
  await inspect(lin, "desk-keys");
  await press("g", "i");
  await agent.firstTicket(lin).waitFor();
  await openNext();
  const id = openId();
  await press("e");
  assert.equal(openId(), id);
  await press("q");
  await lin.waitForURL((url) => !url.pathname.endsWith(id));
  await press("z");
  await row(lin, id).waitFor();
});

test("a view of one's own is made, used and deleted", async () => {
  await press("Control+k");
  await choose(say("key-save-view"));
  await lin.getByLabel(say("view-title")).fill("Korean deposits");
  await lin.getByLabel(say("view-query"), { exact: true }).fill("category:deposit language:ko state:open");
  await press("Enter");
  const link = lin.getByRole("link", { name: "Korean deposits" });
  await link.waitFor();
  await lin.getByRole("heading", { name: "Korean deposits" }).waitFor();
  await lin.getByRole("button", { name: say("view-edit-named", { title: "Korean deposits" }) }).focus();
  await press("Enter");
  await inspect(lin, "desk-view-edit");
  await lin.getByRole("button", { name: say("view-delete") }).click();
  await link.waitFor({ state: "detached" });
  await press("z");
  await link.waitFor();
});

test("found by a word and a filter, which are offered while typing", async () => {
  await press("/");
  await lin.keyboard.type("cat");
  await lin.getByRole("option").filter({ hasText: "category:" }).first().waitFor();
  await press("ArrowDown", "Enter");
  await lin.keyboard.type("dep");
  await lin.getByRole("option").filter({ hasText: "category:deposit" }).waitFor();
  await press("ArrowDown", "Enter");
  await lin.keyboard.type("BTC");
  await press("Enter");
  await lin.waitForURL((url) => url.searchParams.get("q") === "category:deposit BTC");
  const found = lin.locator("a[href^='/desk/search/']");
  await found.first().waitFor();
  assert.ok((await found.count()) > 1);
  await lin.locator("mark").first().waitFor();
  await inspect(lin, "desk-search");
  await press("Escape", "j");
  await lin.getByRole("article").first().waitFor();
  assert.match(lin.url(), /\/desk\/search\/[0-9a-f-]+\?q=category/);
});

test("the browser saw no error", () => {
  assert.deepEqual([...lin.faults, ...mina.faults], []);
});
