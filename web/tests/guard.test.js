// A recovery phrase in the form: told before it is sent, taken out, and sent anyway; in two languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, newPerson } from "./browser.js";
import * as customer from "./customer.js";
import { expectText } from "./expect.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

const PHRASES = {
  en: { body: "My wallet is empty. My recovery phrase is legal winner thank year wave sausage worth useful legal winner thank yellow", word: "sausage", list: "bip39_english.txt" },
  "zh-CN": { body: "钱包空了，我的助记词是 孩 喜 毫 弯 剩 腔 摆 天 肉 毁 软 贵 请帮我恢复", word: "孩", list: "bip39_chinese_simplified.txt" },
};

/** The form, and the names of what it has fetched for the warning. */
async function form(language) {
  const page = await newPerson(browser, desk, { language });
  const fetched = [];
  page.on("request", (request) => {
    const [, name] = /\/assets\/(guard\.js|\w+\.txt)/.exec(request.url()) ?? [];
    if (name) fetched.push(name);
  });
  const say = wordsOf(language);
  await customer.findForm(page, say, language);
  return { page, say, fetched, body: customer.field(page, say, "field-body"), note: page.getByRole("region", { name: say("guard-title") }) };
}

for (const [language, { body: text, word, list }] of Object.entries(PHRASES)) {
  test(`a phrase is told before it is sent, and taken out (${language})`, async () => {
    const { page, say, fetched, body, note } = await form(language);
    assert.deepEqual(fetched, [], "nothing is fetched until something is typed");
    await body.pressSequentially("ok");
    await page.waitForResponse(/\/assets\/en\.txt/);
    assert.ok(!fetched.some((name) => name.startsWith("bip39")), "no list of words for what looks like none");

    await body.fill(text);
    await note.waitFor();
    assert.ok(fetched.includes(list));
    await note.getByText(say("secret-kind-seed-phrase")).waitFor();
    assert.ok(await body.evaluate((field) => field === document.activeElement), "who types goes on typing");
    await inspect(page, `guard-${language}`);

    // By keyboard: the note comes behind its field.
    await body.focus();
    const remove = note.getByRole("button", { name: say("guard-remove") });
    for (let stops = 0; stops < 5 && !(await remove.evaluate((button) => button === document.activeElement)); stops++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await note.waitFor({ state: "detached" });
    const left = await body.inputValue();
    const mark = say("guard-mark", { kind: say("secret-kind-seed-phrase") });
    assert.ok(left.includes(mark) && !left.includes(word), left);
    assert.ok(await body.evaluate((field) => field === document.activeElement));
    assert.deepEqual(page.faults, []);
  });

  test(`a phrase is sent anyway, and the server takes it out (${language})`, async () => {
    const { page, say, body, note } = await form(language);
    const story = { ...customer.STORIES[language], body: text };
    await customer.fillForm(page, say, { story, subject: story.subject, email: `guard-${language.toLowerCase()}@example.com` });
    await body.focus();
    await note.waitFor();
    await page.getByRole("button", { name: say("form-submit") }).click();
    assert.ok(await note.evaluate((element) => element === document.activeElement), "it stops once");
    await page.getByRole("button", { name: say("form-submit") }).click();
    await page.getByRole("heading", { name: say("receipt-title") }).waitFor();
    await expectText(page, say("secret-title"));
    assert.deepEqual(page.faults, []);
  });
}

test("a question without a secret is sent at once, a transaction's id too", async () => {
  const { page, say, fetched, note } = await form("en");
  const story = customer.STORIES.en;
  await customer.fillForm(page, say, { story, subject: story.subject, email: "guard-none@example.com" });
  await page.waitForResponse(/\/assets\/en\.txt/).catch(() => {});
  await customer.send(page, say);
  assert.equal(await note.count(), 0);
  assert.ok(!fetched.some((name) => name.startsWith("bip39")), fetched.join(" "));
});
