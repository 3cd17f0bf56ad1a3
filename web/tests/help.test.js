// The help center: found from the front page, read, searched; looked at in both languages, widths and schemes, and on paper.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { inspect, inspectMarkup, newPerson, WIDE } from "./browser.js";
import { expectText } from "./expect.js";
import { pictures } from "./places.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

/** Addresses on the page that contain a part. */
const addresses = (page, part) =>
  page.getByRole("main").locator(`a[href*='${part}']`).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")))]);

for (const language of ["zh-CN", "zh-TW", "en", "ko", "ja"]) {
  const say = wordsOf(language);

  test(`from the front page to an article, ${language}`, async () => {
    const page = await newPerson(browser, desk, { language });
    await page.goto(`/${language}/`);
    await inspect(page, `${language}-help-front`);
    await page.goto(`/${language}/help`);
    await inspect(page, `${language}-help`);
    const [category] = await addresses(page, "/help/categories/");
    await page.goto(category);
    await inspect(page, `${language}-help-category`);
    const [article] = await addresses(page, "/help/articles/");
    await page.goto(article);
    await inspect(page, `${language}-help-article`);
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: join(pictures, `${language}-help-article-print.png`), fullPage: true });
    await page.emulateMedia({ media: "screen" });

    await page.getByRole("button", { name: say("help-vote-no"), exact: true }).click();
    await expectText(page, say("help-vote-sorry"));
    await inspect(page, `${language}-help-vote`);
    await page.getByLabel(say("help-reason-outdated")).check();
    await page.getByRole("button", { name: say("help-vote-send"), exact: true }).click();
    await expectText(page, say("help-vote-thanks"));
    assert.deepEqual(page.faults, []);
  });
}

for (const language of ["zh-CN", "en"]) {
  const say = wordsOf(language);

  test(`a question finds its article while one types and when it is asked, ${language}`, async () => {
    const page = await newPerson(browser, desk, { language });
    const { typed, question } = { "zh-CN": { typed: "充值", question: "充值未到账怎么办" }, en: { typed: "depos", question: "my deposit has not arrived" } }[language];
    await page.goto(`/${language}/`);
    await page.getByRole("combobox").pressSequentially(typed);
    await page.getByRole("option").first().waitFor();
    await page.getByRole("combobox").fill(question);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?q=*");
    const found = await addresses(page, "/help/articles/");
    assert.ok(found.some((address) => address.includes("deposit-not-credited")), found.join(" "));
    await inspect(page, `${language}-help-search`);
    await page.goto(`/${language}/ask/deposit?q=${encodeURIComponent(question)}`);
    await page.locator(".fits li").first().waitFor();
    await inspect(page, `${language}-help-form`);
    assert.deepEqual(page.faults, []);
  });

  test(`a question that finds nothing goes into the form, ${language}`, async () => {
    const page = await newPerson(browser, desk, { language, scripts: false });
    await page.goto(`/${language}/`);
    const question = "zqxv qwzzy?";
    await page.getByLabel(say("help-search-label")).fill(question);
    await page.getByRole("button", { name: say("help-search"), exact: true }).click();
    await inspectMarkup(browser, page, `${language}-help-search-none`);
    await page.screenshot({ path: join(pictures, `${language}-help-search-none.png`), fullPage: true });
    await page.getByRole("main").locator("a[href*='/ask?q=']").click();
    await page.getByRole("link", { name: say("category-deposit") }).first().click();
    assert.equal(await page.getByLabel(say("field-subject"), { exact: true }).inputValue(), question);
  });
}

test("suggestions follow the keyboard, and never an older answer", async () => {
  const page = await newPerson(browser, desk, { language: "en", viewport: WIDE });
  const results = ["Lost 2FA device", "Deposit not credited"].map((title, place) => ({ title, href: `/en/help?${place}` }));
  await page.route("**/search/suggestions?*", (route) => route.fulfill({ json: { results } }));
  await page.goto("/en/");
  const field = page.getByRole("combobox");
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await field.pressSequentially("lost");
  const options = page.getByRole("option");
  await options.first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), before, "the page does not move");
  await inspect(page, "en-help-suggestions");
  await field.focus();
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  assert.equal(await options.nth(1).getAttribute("aria-selected"), "true");
  assert.equal(await field.getAttribute("aria-activedescendant"), await options.nth(1).getAttribute("id"));
  await field.press("Escape");
  assert.equal(await field.getAttribute("aria-expanded"), "false");
  assert.equal(await field.inputValue(), "lost");
  await field.press("ArrowDown");
  await field.press("Enter");
  await page.waitForURL("**/en/help?0");
  assert.deepEqual(page.faults, []);
});

test("what may answer already stands beside the form, and takes nothing from it", async () => {
  const page = await newPerson(browser, desk, { language: "en", viewport: WIDE });
  const results = [{
    title: "Deposit not credited", href: "/en/help", solved: "/en/help/articles/deposit-not-credited/solved", language: "en",
    snippet: [{ text: "A deposit is ", marked: false }, { text: "credited", marked: true }, { text: " after <b>12</b> confirmations.", marked: false }],
  }];
  await page.route("**/search/passages?*", (route) => route.fulfill({ json: { results } }));
  await page.goto("/en/ask/deposit?q=My%20deposit%20is%20not%20credited");
  const solved = page.getByRole("button", { name: wordsOf("en")("fits-solved") });
  await solved.waitFor();
  assert.equal(await page.locator(".fits mark").innerText(), "credited");
  await page.getByLabel(wordsOf("en")("field-body"), { exact: true }).fill("Two hours ago.");
  await inspect(page, "en-help-fits");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await solved.click();
  assert.equal((await sent).postData(), "language=en", "nothing that was typed goes with it");
  await page.goto("/en/ask/deposit");
  assert.equal(await page.getByLabel(wordsOf("en")("field-body"), { exact: true }).inputValue(), "Two hours ago.", "the draft stays");
});
