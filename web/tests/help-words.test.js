// The desk's own words: an editor teaches the search what customers call a thing, and customers find the article.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, launch, newPerson, PHONE, WIDE } from "./browser.js";
import { startDesk } from "./desk.js";
import { api, opened } from "./editor.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
// A name that no lexicon knows, and the article that it is about.
const [NAME, ARTICLE] = ["moonvault", "lost-2fa"];
let desk, browser, edda, admin;

before(async () => {
  desk = await startDesk();
  browser = await launch();
  edda = await opened(browser, desk, "editor");
  admin = await opened(browser, desk, "admin");
  await admin.getByRole("heading", { name: say("view-open") }).waitFor();
  await edda.getByRole("heading", { level: 1, name: say("articles") }).waitFor();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

const rows = (page) => page.getByRole("region", { name: say("words-list") }).getByRole("listitem");
const toast = (page, id, line) => page.getByRole("region", { name: say("toasts") }).getByText(say(id, { line }), { exact: true }).first().waitFor();
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.id);
const stored = async () => (await api(edda, "GET", "/lexicon")).value.lines;

/** The addresses of the articles that a customer finds. */
async function finds(customer, question) {
  await customer.goto(`/en/search?q=${encodeURIComponent(question)}`);
  return customer.getByRole("main").locator("a[href*='/help/articles/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
}

test("a word for something is tried, added by keys alone, and found by customers", async () => {
  const customer = await newPerson(browser, desk, { language: "en" });
  assert.deepEqual(await finds(customer, NAME), []);

  await edda.getByRole("link", { name: say("words"), exact: true }).focus();
  await edda.keyboard.press("Enter");
  await edda.getByText(say("words-none")).waitFor();
  await edda.keyboard.press("/");
  await edda.keyboard.type(NAME);
  await edda.getByRole("region", { name: say("words-now") }).getByText(say("words-found-none")).waitFor();
  await edda.keyboard.press("Shift+Tab");
  await edda.keyboard.press("Shift+Tab");
  assert.equal(await focused(edda), "words-add");
  await edda.keyboard.type(NAME);
  await edda.keyboard.press("Enter");
  await edda.getByRole("alert").getByText(say("words-alone")).waitFor();
  await edda.keyboard.type(", lost authenticator, lost two-factor");
  const written = edda.getByRole("region", { name: say("words-then") });
  await written.locator(`a[href*='${ARTICLE}']`).waitFor();
  await written.getByText(say("words-new"), { exact: true }).first().waitFor();
  assert.deepEqual(await finds(customer, NAME), [], "trying saves nothing");
  await inspect(edda, "en-words-trial");
  await edda.keyboard.press("Enter");
  await toast(edda, "words-did-add", `${NAME}, lost authenticator, lost two-factor`);
  assert.equal(await focused(edda), "words-add", "the next one can be written");
  await written.waitFor({ state: "detached" });
  await edda.getByRole("region", { name: say("words-now") }).locator(`a[href*='${ARTICLE}']`).waitFor();
  while (!(await finds(customer, NAME)).some((href) => href.includes(ARTICLE))) await customer.waitForTimeout(100);
  assert.deepEqual(customer.faults, []);
});

test("a group is changed, removed and put back by keys, where the keys were", async () => {
  const before = `${NAME}, lost authenticator, lost two-factor`;
  const after = `${before}, lost 2FA`;
  await edda.locator("h1").click();
  await edda.keyboard.press("j");
  assert.equal(await focused(edda), say("edit-named", { name: before }));
  await edda.keyboard.press("Enter");
  await edda.getByLabel(say("words-edit-label")).waitFor();
  await edda.keyboard.press("End");
  await edda.keyboard.type(", lost 2FA");
  await inspect(edda, "en-words-edit", [{ viewport: PHONE, scheme: "light" }, { viewport: WIDE, scheme: "dark" }]);
  await edda.keyboard.press("Enter");
  await toast(edda, "words-did-change", after);
  await edda.waitForFunction((label) => document.activeElement.getAttribute("aria-label") === label, say("edit-named", { name: after }));
  await edda.keyboard.press("Enter");
  await edda.keyboard.type("x");
  await edda.keyboard.press("Escape");
  await edda.waitForFunction((label) => document.activeElement.getAttribute("aria-label") === label, say("edit-named", { name: after }));
  assert.equal((await stored()).en, after, "Escape saves nothing");
  await edda.keyboard.press("Tab");
  await edda.keyboard.press("Enter");
  await toast(edda, "words-did-remove", after);
  assert.deepEqual(await stored(), {});
  await edda.locator("h1").click();
  await edda.keyboard.press("z");
  await rows(edda).first().waitFor();
  assert.equal((await stored()).en, after);
});

test("what a colleague added meanwhile stays", async () => {
  const { version, value } = await api(edda, "GET", "/lexicon");
  const theirs = "perp, perpetual swap\n0.6: frozen, paused\nrug pull > scam\n~ good morning\n# names of last year";
  await api(edda, "PUT", "/lexicon", { version, value: { lines: { ...value.lines, en: `${value.lines.en}\n${theirs}`, ko: "문볼트, 이중 인증" } } });
  await edda.getByLabel(say("words-add-label")).fill("earn, savings");
  await edda.getByRole("button", { name: say("words-add"), exact: true }).click();
  await toast(edda, "words-did-add", "earn, savings");
  assert.equal((await stored()).en, `${value.lines.en}\n${theirs}\nearn, savings`);
  await rows(edda).nth(6).waitFor();
  await edda.getByText(say("words-leads"), { exact: true }).waitFor();
  // The browser told of the save that was refused before.
  edda.faults.length = 0;
  // What the server finds wrong is said beside the field.
  await edda.getByLabel(say("words-add-label")).fill("7: slow, stuck");
  await edda.getByRole("button", { name: say("words-add"), exact: true }).click();
  await edda.getByRole("alert").first().waitFor();
  assert.equal(await edda.getByLabel(say("words-add-label")).inputValue(), "7: slow, stuck");
  await edda.getByLabel(say("words-add-label")).fill("");
  edda.faults.length = 0;
});

for (const language of ["en", "zh-CN", "zh-TW", "ko", "ja"]) {
  test(`the screen in ${language}`, async () => {
    const words = wordsOf(language);
    await agent.useLanguage(admin, language);
    await admin.goto(`/desk/help/words/${language}`);
    const groups = { en: "airdrop, giveaway", "zh-CN": "月宝, 两步验证", "zh-TW": "月寶, 兩步驟驗證", ko: "달금고, 이중 인증", ja: "ムーン金庫、二段階認証" };
    await admin.getByLabel(words("words-add-label")).fill(groups[language]);
    await admin.getByRole("button", { name: words("words-add"), exact: true }).click();
    await admin.getByRole("region", { name: words("words-list") }).getByRole("button", { name: words("edit-named", { name: groups[language] }) }).waitFor();
    await admin.getByText(words("words-more"), { exact: true }).click();
    await admin.getByLabel(words("words-try")).fill(groups[language].split(/[,、]/)[0]);
    await admin.getByRole("region", { name: words("words-now") }).getByRole("listitem").first().waitFor();
    await inspect(admin, `${language}-words`);
    assert.deepEqual(admin.faults, []);
  });
}

test("a lead sees and tries, an agent sees; neither changes", async () => {
  for (const [role, tries] of [["lead", 1], ["agent", 0]]) {
    const page = await opened(browser, desk, role);
    await page.getByRole("heading", { name: say("view-open") }).waitFor();
    await page.goto("/desk/help/words/en");
    await rows(page).first().waitFor();
    assert.equal(await page.getByLabel(say("words-try")).count(), tries, role);
    assert.equal(await page.getByLabel(say("words-add-label")).count(), 0, role);
    assert.equal(await page.getByRole("button", { name: say("remove"), exact: false }).count(), 0, role);
    await inspect(page, `en-words-${role}`, [{ viewport: PHONE, scheme: "dark" }, { viewport: WIDE, scheme: "light" }]);
    assert.deepEqual(page.faults, []);
  }
});

test("the browser saw no error", () => {
  assert.deepEqual(edda.faults, []);
});
