// Live conversations on the agents' side: offered, taken, talked, handed over, ended. The visitor speaks by the API.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import * as agent from "./agent.js";
import { inspect, launch, PHONE, WIDE } from "./browser.js";
import { startDesk } from "./desk.js";
import { newVisitor } from "./visitor.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
const MIDDLE = { width: 1024, height: 768 };
const LOOKS = [PHONE, MIDDLE, WIDE].flatMap((viewport) => ["light", "dark"].map((scheme) => ({ viewport, scheme })));
let desk, browser, lin, mina, sam;

/** What the page would have shown outside of itself. */
const listening = (page) =>
  page.addInitScript(() => {
    globalThis.notified = [];
    globalThis.Notification = class {
      static permission = "granted";
      static requestPermission = async () => "granted";
      constructor(title, options) {
        globalThis.notified.push({ title, ...options });
      }
      close() {}
    };
  });

before(async () => {
  desk = await startDesk();
  browser = await launch();
  lin = await agent.signedIn(browser, desk, { role: "lead", prepare: listening });
  mina = await agent.signedIn(browser, desk, { role: "agent", prepare: listening });
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

const reply = (page) => page.getByLabel(say("reply-body"));
const message = (page, text) => page.getByRole("article").filter({ hasText: text });
const strip = (page) => page.getByRole("region", { name: say("line"), exact: true });
const presence = (page) => page.getByRole("switch").first();
const offers = (page) => page.getByRole("region", { name: say("chats-offered") });
const leave = (page) => page.getByRole("region", { name: say("timeline") }).focus();
const chats = async (page) => {
  await page.goto("/desk/chats");
  await page.getByRole("heading", { name: say("chats"), exact: true }).waitFor();
};

async function waiting(name, words, language = "en") {
  const visitor = await newVisitor(desk, { language });
  await visitor.say(words);
  await visitor.leaveAddress(`${name.toLowerCase()}@visitors.example`, name);
  await visitor.askForPerson("withdrawal");
  return visitor;
}

/** Asks until it is so. */
async function until(what, ask, wanted) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (wanted(await ask())) return;
    await pause(100);
  }
  assert.fail(`${what}: ${JSON.stringify(await ask())}`);
}

test("nobody who is away is offered anything; the queue tells place, language and what it is about", async () => {
  sam = await waiting("Sam", "My withdrawal of 250 USDT hangs since this morning");
  await chats(lin);
  const row = lin.getByRole("link").filter({ hasText: "Sam" });
  await row.waitFor();
  await row.getByText(say("category-withdrawal-short"), { exact: true }).waitFor();
  assert.equal(await presence(lin).getAttribute("aria-checked"), "false");
  assert.equal(await offers(lin).count(), 0);
  await inspect(lin, "lines-queue", LOOKS);
});

test("who takes conversations is offered the next one: in the title, as a card, outside of the page", async () => {
  await lin.goto("/desk/open");
  await agent.firstTicket(lin).click();
  await reply(lin).fill("Being written");
  await lin.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  await presence(lin).click();
  await offers(lin).getByText("My withdrawal of 250 USDT").waitFor();
  await lin.waitForFunction(() => document.title.startsWith("(1) "));
  assert.equal(await presence(lin).getAttribute("aria-checked"), "true");
  const told = await lin.evaluate(() => globalThis.notified);
  assert.deepEqual(told.map(({ title }) => title), [say("offer-title")]);
  assert.ok(!JSON.stringify(told).includes("250 USDT"), "what customers write stays out of notifications");
  await lin.evaluate(() => delete document.hidden);
  await inspect(lin, "lines-offer", [LOOKS[0], LOOKS[3], LOOKS[4]]);
});

test("an offer that is passed goes on; taken by keys from within a composer it opens at once", async () => {
  await presence(mina).click();
  await until("there are two", () => presence(mina).getAttribute("aria-checked"), (checked) => checked === "true");
  await reply(lin).focus();
  await lin.keyboard.press("Control+Alt+Backspace");
  await offers(lin).waitFor({ state: "detached" });
  assert.equal(await reply(lin).inputValue(), "Being written");
  await offers(mina).getByText("My withdrawal of 250 USDT").waitFor();
  await mina.keyboard.press("Control+Alt+Enter");
  await mina.waitForURL(/\/desk\/chats\//);
  await strip(mina).getByText(say("line-with-you")).waitFor();
  await strip(mina).getByText("Withdraw USDT").waitFor();
  await strip(mina).getByText("www.exchange.example").waitFor();
  assert.equal(await strip(mina).getByRole("link").count(), 0, "the page of a customer is never a link");
  await until("the visitor is told", sam.chat, ({ state, agent }) => state === "talking" && agent !== null);
  await mina.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, say("reply-body"));
});

test("Enter sends, but not while an input method composes; what was heard cannot be taken back", async () => {
  await reply(mina).fill("你好");
  const prevented = await reply(mina).evaluate((area) => !area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })));
  assert.equal(prevented, false);
  assert.equal(await reply(mina).inputValue(), "你好");
  await reply(mina).fill("One line");
  await reply(mina).press("Shift+Enter");
  await mina.keyboard.type("and another");
  await mina.keyboard.press("Enter");
  const sent = message(mina, "and another");
  await sent.getByText(say("delivery-live")).waitFor();
  assert.equal(await mina.getByRole("button", { name: say("undo") }).filter({ hasText: /\d/ }).count(), 0);
  await until("the visitor has it", sam.entries, (entries) => entries.some(({ html }) => html?.includes("and another")));
  await mina.getByRole("checkbox", { name: say("enter-sends") }).uncheck();
  await reply(mina).fill("Not yet");
  await mina.keyboard.press("Enter");
  assert.equal(await reply(mina).inputValue(), "Not yet\n");
  await reply(mina).fill("");
  await mina.getByRole("checkbox", { name: say("enter-sends") }).check();
});

test("typing and reading of the customer are seen, and what comes while one looks elsewhere is unread", async () => {
  await sam.type(true);
  await mina.getByText(say("customer-writes", { name: "Sam" })).waitFor();
  await sam.say("Yes, TRC-20");
  await message(mina, "Yes, TRC-20").waitFor();
  await mina.getByText(say("customer-writes", { name: "Sam" })).waitFor({ state: "detached" });
  await sam.read((await sam.chat()).last);
  await message(mina, "and another").getByText(say("delivery-read")).waitFor();
  await inspect(mina, "lines-talking", LOOKS);

  await mina.goto("/desk/chats");
  const row = mina.getByRole("link").filter({ hasText: "Sam" });
  await row.waitFor();
  await sam.say("Are you there?");
  await row.getByText(say("chat-unread")).waitFor();
  await mina.waitForFunction(() => document.title.startsWith("(1) "));
  await mina.keyboard.press("j");
  await message(mina, "Are you there?").waitFor();
  await mina.waitForFunction(() => !document.title.startsWith("("));
});

test("the category is changed by keys, and shows at once", async () => {
  await leave(mina);
  await mina.keyboard.press("Shift+C");
  const field = mina.locator("dialog[open] input[role=combobox]");
  await field.fill("deposit");
  await mina.locator("dialog[open] [role=option]").first().waitFor();
  await mina.keyboard.press("Enter");
  await mina.getByRole("button", { name: `${say("category-change")}: ${say("category-deposit-short")}` }).waitFor();
  await mina.keyboard.press("z");
  await mina.getByRole("button", { name: `${say("category-change")}: ${say("category-withdrawal-short")}` }).waitFor();
});

test("it is handed over to a colleague, who has it at once; an agent cannot take it back, a lead can take over", async () => {
  const url = mina.url();
  await chats(lin);
  const name = (await lin.locator("nav .me a").nth(1).innerText()).split("·")[0].trim();
  await leave(mina);
  await mina.keyboard.press("a");
  const field = mina.locator("dialog[open] input[role=combobox]");
  await field.fill(name);
  await mina.locator("dialog[open] [role=option]").first().waitFor();
  await mina.keyboard.press("Enter");
  await strip(mina).getByText(say("line-with", { name })).waitFor();
  assert.equal(await strip(mina).getByRole("button").count(), 0);
  await lin.getByRole("region", { name: say("chats-mine") }).getByRole("link").filter({ hasText: "Sam" }).click();
  await lin.waitForURL(url);
  await strip(lin).getByText(say("line-with-you")).waitFor();

  const refused = await mina.evaluate((id) => fetch(`/api/v1/tickets/${id}/line`, { method: "POST" }).then(({ status }) => status), url.split("/").at(-1));
  assert.equal(refused, 409);
  mina.faults = mina.faults.filter((fault) => !fault.includes("409"));
});

test("who comes too late is told, and nothing is lost; then it is free again", async () => {
  await presence(mina).click();
  const rui = await waiting("Rui", "Where is my deposit?");
  await offers(lin).getByText("Where is my deposit?").waitFor();
  const late = { type: "/problems/line-taken", status: 409, title: "Late", detail: "Another agent is talking with this customer." };
  await lin.route("**/line", (route) => route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(late) }), { times: 1 });
  await lin.keyboard.press("Control+Alt+Enter");
  await lin.getByRole("region", { name: say("toasts") }).getByText(late.detail).waitFor();
  await strip(lin).getByText(say("line-state-waiting")).waitFor();
  lin.faults = lin.faults.filter((fault) => !fault.includes("409"));
  await offers(lin).getByText("Where is my deposit?").waitFor();
  await lin.keyboard.press("Control+Alt+Enter");
  await strip(lin).getByText(say("line-with-you")).waitFor();
  await until("the visitor is told", rui.chat, ({ state }) => state === "talking");
});

test("ending it leaves the ticket, and says so on its timeline", async () => {
  await chats(lin);
  await lin.getByRole("region", { name: say("chats-mine") }).getByRole("link").filter({ hasText: "Sam" }).click();
  await strip(lin).getByText(say("line-with-you")).waitFor();
  await leave(lin);
  await lin.keyboard.press("Shift+L");
  await strip(lin).waitFor({ state: "detached" });
  await until("the visitor is told", sam.chat, ({ state }) => state === "ticket" || state === "closed");
  await lin.getByRole("region", { name: say("timeline") }).waitFor();
  await inspect(lin, "lines-ended", [LOOKS[0], LOOKS[4]]);
});

test("no error was seen", () => assert.deepEqual([lin.faults, mina.faults], [[], []]));
