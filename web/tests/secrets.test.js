// A secret that was sent, and one that was asked for: what the customer is told, what the agent sees, and what cannot be sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as agent from "./agent.js";
import { inspect, newPerson } from "./browser.js";
import * as customer from "./customer.js";
import { expectText } from "./expect.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

const PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const KEY = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";
const SAID = {
  en: { body: (phrase) => `My wallet is empty. Please restore it, my recovery phrase is ${phrase}.`, asks: "Hello!\nPlease send me your password so that I can check your account.\nKind regards", word: "password" },
  "zh-CN": { body: (phrase) => `钱包空了，请帮我恢复，我的助记词是 ${phrase}`, asks: "您好！\n请把您的密码发给我，我来核对账户。\n谢谢", word: "密码" },
};

/** Each link signs in once. */
const ROLES = { en: "lead", "zh-CN": "admin" };

for (const [language, role] of Object.entries(ROLES)) {
  const say = wordsOf(language);
  const { body, asks, word } = SAID[language];
  const subject = `${customer.STORIES[language].subject} (secrets)`;
  const kind = say("secret-kind-seed-phrase");
  const look = (page, what) => inspect(page, `secrets-${what}-${language}`);
  let page, lin;

  /** The browser warns and stops the first sending; who sends again sends. */
  async function warned(field, button) {
    await customer.field(page, say, field).focus();
    const note = page.getByRole("region", { name: say("guard-title") });
    await note.waitFor();
    await page.getByRole("button", { name: say(button), exact: true }).click();
    await note.and(page.locator(":focus")).waitFor();
  }

  test(`${language}: a recovery phrase in the form is gone, and its writer told what to do now`, async () => {
    page = await newPerson(browser, desk, { language });
    const email = `secret-${language.toLowerCase()}@example.com`;
    await customer.findForm(page, say, language);
    await customer.fillForm(page, say, { story: { ...customer.STORIES[language], body: body(PHRASE) }, subject, email });
    await warned("field-body", "form-submit");
    const reference = await customer.send(page, say);
    await expectText(page, say("secret-title"));
    await expectText(page, say("secret-do-seed-phrase"));
    await look(page, "receipt");
    await customer.openReceiptMail(page, say, { email, reference });
    await customer.proveAddress(page, say);
    await expectText(page, say("secret-removed", { kind }));
    await expectText(page, say("secret-do-seed-phrase"));
    await look(page, "case");
  });

  test(`${language}: the agent sees that it happened, in the list, the conversation and nowhere the words`, async () => {
    lin = await agent.signedIn(browser, desk, { role, language });
    await lin.goto("/desk/open");
    const row = lin.getByRole("link").filter({ hasText: subject });
    await row.getByText(say("secret-removed", { kind })).waitFor();
    await agent.openTicket(lin, subject);
    const chip = lin.getByRole("article").locator(".taken");
    assert.equal(await chip.getAttribute("title"), say("secret-taken-why"));
    assert.match(await chip.innerText(), new RegExp(kind.replace(/[()]/g, "\\$&")));
    assert.doesNotMatch(await lin.content(), /sausage/);
    await look(lin, "desk");
  });

  test(`${language}: what may be a key is the customer's to decide`, async () => {
    await page.getByLabel(say("case-reply")).fill(KEY);
    await warned("case-reply", "case-reply-send");
    await page.getByRole("button", { name: say("case-reply-send"), exact: true }).click();
    await expectText(page, say("secret-may-title"));
    await look(page, "undecided");
    await lin.getByRole("article").getByText(say("secret-undecided")).waitFor();
    assert.doesNotMatch(await lin.content(), new RegExp(KEY));
    await look(lin, "desk-undecided");
    await page.getByRole("button", { name: say("secret-send") }).click();
    await expectText(page, KEY);
    await lin.getByText(say("event-secret-sent")).waitFor();
    await lin.getByText(KEY).first().waitFor();
    assert.equal(await lin.getByText(say("secret-undecided")).count(), 0);
  });

  test(`${language}: an agent who asks for a password is stopped, puts the better sentence in and sends that`, async () => {
    const writing = lin.getByLabel(say("reply-body"));
    await writing.fill(asks);
    await writing.press("Control+Enter");
    const putIn = lin.getByRole("button", { name: say("asks-put-in") });
    await putIn.waitFor();
    assert.equal(await writing.inputValue(), asks, "what was typed stays");
    assert.equal(await lin.locator("form mark").innerText(), word);
    await look(lin, "desk-stopped");
    await lin.waitForFunction((name) => document.activeElement?.textContent?.trim() === name, say("asks-put-in"));
    await lin.keyboard.press("Enter");
    await putIn.waitFor({ state: "detached" });
    const better = say("asks-better-password");
    const [first, , last] = asks.split("\n");
    assert.ok((await writing.inputValue()).startsWith(`${first}\n${better}`) && (await writing.inputValue()).endsWith(last), await writing.inputValue());
    await writing.press("Control+Enter");
    await lin.getByRole("article").filter({ hasText: better }).waitFor();
    assert.equal(await writing.inputValue(), "");
  });

  test(`${language}: a secret in a draft stays on the screen alone`, async () => {
    const writing = lin.getByLabel(say("reply-body"));
    await writing.fill(`Is this yours? ${PHRASE}`);
    await lin.getByText(say("draft-taken")).waitFor();
    await look(lin, "desk-draft");
    assert.match(await writing.inputValue(), /sausage/);
    await writing.fill("");
    await lin.getByText(say("draft-taken")).waitFor({ state: "detached" });
  });

  test(`${language}: leads see who was stopped`, async () => {
    await lin.goto("/desk/agents");
    const list = lin.getByRole("list", { name: say("refused-requests") });
    await list.getByText(say("asks-kind-password")).first().waitFor();
    await look(lin, "desk-agents");
    assert.deepEqual(page.faults, []);
    // The stop itself is an answer of 422, which Chromium notes.
    assert.deepEqual(lin.faults.filter((fault) => !fault.includes("422")), []);
    await page.context().close();
    await lin.context().close();
  });
}

test("every chain holds", async () => assert.match(await desk.verify(), /\b0 faults/));
