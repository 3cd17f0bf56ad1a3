// Every page that the story does not pass, looked at in both languages, widths and schemes.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as agent from "./agent.js";
import { inspect, newPerson } from "./browser.js";
import { field, fillForm, findForm, STORIES } from "./customer.js";
import { expectText } from "./expect.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

for (const language of ["zh-CN", "en"]) {
  const say = wordsOf(language);

  test(`the customers' pages, ${language}`, async () => {
    const page = await newPerson(browser, desk, { language });
    for (const [name, path] of [["front", ""], ["ask", "ask"], ["cases-by-mail", "cases"]]) {
      await page.goto(`/${language}/${path}`);
      await inspect(page, `${language}-${name}`);
    }
    await page.goto("/_demo/mail");
    await inspect(page, `${language}-mailbox`);
    assert.deepEqual(page.faults, []);
  });

  test(`the form names each field that needs another look and keeps the rest, ${language}`, async () => {
    const page = await newPerson(browser, desk, { language });
    const story = STORIES[language];
    await findForm(page, say, language);
    await fillForm(page, say, { story, subject: story.subject, email: "nobody@nowhere.invalid" });
    await field(page, say, "field-amount").fill(" ");
    await page.getByRole("button", { name: say("form-submit") }).click();
    await expectText(page, say("form-errors-kept"));
    assert.equal(await field(page, say, "field-body").inputValue(), story.body);
    await inspect(page, `${language}-form-errors`);
  });
}

test("every category has its form", async () => {
  const page = await newPerson(browser, desk, { language: "en" });
  await page.goto("/en/ask");
  const forms = await page.getByRole("main").locator("a[href*='/ask/']").evaluateAll((links) => links.map((a) => a.href));
  assert.equal(forms.length, 14);
  for (const form of forms) {
    await page.goto(form);
    await inspect(page, `en-form-${form.split("/").at(-1)}`);
  }
});

test("the workspace's door", async () => {
  for (const language of ["zh-CN", "en"]) {
    const page = await newPerson(browser, desk, { language });
    await page.goto("/desk/signin");
    await page.getByRole("button", { name: wordsOf(language)("sign-in"), exact: true }).waitFor();
    await inspect(page, `${language}-desk-signin`);
  }
});

// One link signs in one agent once, so that each language has its role.
for (const [language, role] of [["zh-CN", "lead"], ["en", "admin"]]) {
  test(`the workspace as ${role}, ${language}`, async () => {
    const page = await agent.signedIn(browser, desk, { role, language });
    const say = wordsOf(language);
    await inspect(page, `${language}-desk-list`);
    await agent.firstTicket(page).click();
    await page.getByRole("article").first().waitFor();
    await inspect(page, `${language}-desk-conversation`);
    for (const name of role === "admin" ? ["account", "agents", "tokens"] : ["account"]) {
      await page.goto(`/desk/${name}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await inspect(page, `${language}-desk-${name}`);
    }
    assert.deepEqual(page.faults, []);
  });
}
