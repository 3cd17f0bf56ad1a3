// A conversation as an agent works in it: answers that are stopped, taken back, kept; notes, macros, merging, settings.

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
  mina = await agent.signedIn(browser, desk, { role: "agent" });
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

const reply = (page) => page.getByLabel(say("reply-body"));
const note = (page) => page.getByLabel(say("note-body"));
const message = (page, text) => page.getByRole("article").filter({ hasText: text });
const tray = (page) => page.locator("form").getByRole("list", { name: say("files") });
const attach = (page, name) => page.locator("form input[type=file][multiple]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("12:00 queued\n") });
const said = (page, text) => page.getByRole("region", { name: say("toasts") }).getByText(text).last();
/** Where letters are commands. */
const leave = (page) => page.getByRole("region", { name: say("timeline") }).focus();

/** Opens the `index`-th of the open tickets; what it is about. */
async function open(page, index) {
  await page.goto("/desk/open");
  await page.locator("a[href^='/desk/open/']").nth(index).click();
  await page.getByRole("article").first().waitFor();
  return page.url();
}

test("Markdown is drawn, HTML is text, and a reply is taken back into the composer with its file", async () => {
  const url = await open(lin, 0);
  await leave(lin);
  await lin.keyboard.press("r");
  await lin.keyboard.type("Please ");
  await lin.keyboard.press("Control+b");
  await lin.keyboard.type("wait");
  await lin.keyboard.press("Control+b");
  await lin.keyboard.type(" <img src=x onerror=alert(1)>");
  await attach(lin, "queue.log");
  await lin.locator("form button.primary:enabled").waitFor();
  await reply(lin).press("Control+Enter");
  const sent = message(lin, "Please wait <img src=x");
  await sent.getByRole("strong").waitFor();
  assert.equal(await sent.locator("img").count(), 0);
  await lin.getByRole("button", { name: say("undo") }).first().click();
  await lin.getByText(say("withdrawn")).waitFor();
  await lin.locator("article.withdrawn").getByRole("strong").getByText("wait").waitFor();
  assert.equal(await reply(lin).inputValue(), "Please **wait** <img src=x onerror=alert(1)>");
  await tray(lin).getByText("queue.log").waitFor();
  await inspect(lin, "desk-withdrawn");
  await lin.goto(url);
  await tray(lin).getByText("queue.log").waitFor();
  await reply(lin).fill("Please wait, with the log");
  await reply(lin).press("Control+Enter");
  await message(lin, "with the log").getByText("queue.log").waitFor();
  assert.equal(await tray(lin).count(), 0);
});

test("an answer whose entry comes before the acknowledgement is shown once", async () => {
  for (const [kind, field] of [["replies", reply], ["notes", note]]) {
    const said = `Said before it was acknowledged: ${kind}`;
    await open(lin, 1);
    await leave(lin);
    await lin.keyboard.press(kind === "notes" ? "n" : "r");
    const articles = [];
    await lin.route(`**/${kind}`, async (route) => {
      const answer = await route.fetch();
      await lin.locator("article:not([aria-busy])", { hasText: said }).waitFor();
      articles.push(await message(lin, said).count());
      await route.fulfill({ response: answer });
    }, { times: 1 });
    await field(lin).fill(said);
    const acknowledged = lin.waitForResponse((answer) => answer.url().endsWith(`/${kind}`));
    await field(lin).press("Control+Enter");
    await acknowledged;
    await lin.waitForFunction((label) => !document.querySelector(`textarea[aria-label="${label}"]`)?.value, say(kind === "notes" ? "note-body" : "reply-body"));
    articles.push(await message(lin, said).count());
    assert.deepEqual(articles, [1, 1], kind);
  }
});

test("a send is stopped when a colleague answered meanwhile; what was typed stays", async () => {
  const url = await open(lin, 1);
  await reply(lin).fill("We look at it.");
  // What comes while nobody looks is not read, however long this takes.
  await lin.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  await mina.goto(url);
  await message(mina, "").first().waitFor();
  await reply(mina).fill("I have it.");
  await mina.keyboard.press("Control+Enter");
  await message(lin, "I have it.").waitFor();
  await reply(lin).press("Control+Enter");
  await lin.getByRole("button", { name: say("read-them") }).waitFor();
  assert.equal(await reply(lin).inputValue(), "We look at it.");
  await lin.evaluate(() => delete document.hidden);
  await inspect(lin, "desk-stopped");
  await lin.getByRole("button", { name: say("read-them") }).click();
  await reply(lin).press("Control+Shift+Enter");
  await lin.waitForURL((there) => there.href !== url);
  lin.faults = lin.faults.filter((fault) => !fault.includes("409"));
});

test("a draft follows its agent to another machine, and two that differ are both kept", async () => {
  const url = await open(lin, 2);
  const home = await lin.context().newPage();
  await attach(lin, "office.log");
  await lin.locator("form").getByText(say("draft-kept")).waitFor();
  const kept = lin.waitForResponse((answer) => answer.url().includes("/drafts/") && answer.ok() && (answer.request().postData() ?? "").includes("Begun"));
  await reply(lin).fill("Begun at the office");
  await kept;
  // The other machine shares nothing but the session.
  await home.addInitScript(() => Object.keys(localStorage).filter((key) => key.startsWith("dengta.draft")).forEach((key) => localStorage.removeItem(key)));
  await home.goto(url);
  await home.waitForFunction((label) => document.querySelector(`textarea[aria-label="${label}"]`)?.value === "Begun at the office", say("reply-body"));
  await tray(home).getByText("office.log").waitFor();
  await home.locator("form button.primary:enabled").waitFor();
  await home.close();
  await tray(lin).getByRole("button").click();
});

test("a colleague is mentioned from a list; a call is noted as one", async () => {
  await open(lin, 3);
  await leave(lin);
  await lin.keyboard.press("n");
  await lin.keyboard.type("Called back, @");
  await lin.getByRole("listbox", { name: say("mention") }).waitFor();
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("please note");
  await lin.getByRole("checkbox", { name: say("call-noted") }).check();
  await note(lin).press("Control+Enter");
  const noted = message(lin, "Called back");
  await noted.getByText(say("call-noted")).waitFor();
  await noted.getByText(/@\d{4}/).waitFor();
});

test("a macro is found, read for this customer and inserted, by keys alone", async () => {
  await open(lin, 4);
  await leave(lin);
  await lin.keyboard.press("Control+;");
  const picker = lin.getByRole("dialog", { name: say("macro") });
  await picker.getByRole("combobox").fill("transaction");
  await picker.getByRole("option").first().waitFor();
  await picker.locator(".said").waitFor();
  await inspect(lin, "desk-macros");
  await lin.keyboard.press("Enter");
  await picker.waitFor({ state: "detached" });
  await lin.waitForFunction((label) => document.querySelector(`textarea[aria-label="${label}"]`)?.value.length > 40, say("reply-body"));
  await reply(lin).fill("");
});

test("two tickets of one customer are merged with a preview, shown as one, and unmerged by Z", async () => {
  await lin.goto("/desk/open");
  await lin.getByRole("link").filter({ hasText: "0.75 ETH from my Ledger" }).first().click();
  await lin.getByText(say("likely-the-same")).first().waitFor();
  const url = lin.url();
  await leave(lin);
  await lin.keyboard.press("m");
  const dialog = lin.getByRole("dialog");
  await dialog.getByRole("option").first().click();
  await dialog.getByText(say("merge-undoable")).waitFor();
  await inspect(lin, "desk-merge");
  await dialog.getByRole("button", { name: say("do-merge") }).click();
  await lin.waitForURL((there) => there.href !== url);
  await lin.getByText(say("merged-here")).waitFor();
  await inspect(lin, "desk-merged");
  await leave(lin);
  await lin.keyboard.press("z");
  await lin.getByText(say("merged-here")).waitFor({ state: "detached" });
});

test("a session that ends while something is typed keeps the draft", async () => {
  const url = await open(mina, 5);
  await reply(mina).fill("Typed before it ended");
  await mina.evaluate(() => fetch("/api/v1/session", { method: "DELETE" }));
  await mina.getByRole("button", { name: say("sign-in"), exact: true }).waitFor();
  const kept = await mina.evaluate(() => Object.values(localStorage).some((value) => value.includes("Typed before it ended")));
  assert.ok(kept, `the draft of ${url}`);
});

test("no error was seen", () => assert.deepEqual(lin.faults, []));

test("the settings, page by page", async () => {
  const admin = await agent.signedIn(browser, desk, { role: "admin" });
  for (const section of ["agents", "teams", "categories", "macros", "tags", "views", "channels", "chat", "languages", "hours"]) {
    await admin.goto(`/desk/settings/${section}`);
    await admin.getByRole("main").getByRole("heading", { level: 2, name: say(`settings-${section}`), exact: true }).waitFor();
    await admin.getByText(say("history")).waitFor();
    await inspect(admin, `desk-settings-${section}`);
  }
  await admin.goto("/desk/incidents");
  await admin.getByRole("heading", { level: 1, name: say("incidents") }).waitFor();
  await inspect(admin, "desk-incidents");
  assert.deepEqual(admin.faults, []);
});
