// What a customer does, in the words that the customer reads.

import { expectText } from "./expect.js";
import { openMail, pressButton } from "./mailbox.js";

/** A deposit that has not arrived, as it would be told in each language. */
export const STORIES = {
  en: {
    name: "Morgan Reyes",
    subject: "250 USDT deposit has not arrived",
    body: "I sent 250 USDT from my own wallet two hours ago. The explorer shows 62 confirmations, my balance is the same.",
    again: "Yes, that is the address. I can see the money now, thank you.",
    praise: "Quick and clear.",
    answer: "Thank you for the transaction id. The deposit waits for the network's last confirmations; it will be credited within the hour.",
  },
  "zh-CN": {
    name: "周敏",
    subject: "充值 250 USDT 未到账",
    body: "两小时前从自己的钱包转出 250 USDT，浏览器显示已有 62 次确认，但余额没有变化。",
    again: "是的，就是这个地址。现在已经看到到账了，谢谢。",
    praise: "很快，讲得也清楚。",
    answer: "感谢您提供交易哈希。这笔充值正在等待网络的最后几次确认，一小时内会入账。",
  },
};

const TRANSACTION = "7f3a9c1be2d4860b5a1f9e3d7c2b8a6405f1e9d8c7b6a5948372615049382716";

/** From the front page to the form of a missing deposit. */
export async function findForm(page, say, language) {
  await page.goto(`/${language}/`);
  await page.getByRole("link", { name: say("front-ask") }).first().click();
  await page.getByRole("link", { name: say("category-deposit") }).first().click();
  await page.getByRole("button", { name: say("form-submit") }).waitFor();
}

export async function fillForm(page, say, { story, subject, email }) {
  const answers = {
    "field-coin": "USDT", "field-network": "TRON (TRC-20)", "field-tx-id": TRANSACTION, "field-amount": "250",
    "field-subject": subject, "field-body": story.body, "field-name": story.name, "field-email": email,
  };
  for (const [label, value] of Object.entries(answers)) await field(page, say, label).fill(value);
}

/** A required field: the label of an optional one goes on. */
export function field(page, say, label) {
  return page.getByLabel(say(label), { exact: true });
}

/** Sends the form and returns the reference on the receipt. */
export async function send(page, say) {
  await page.getByRole("button", { name: say("form-submit") }).click();
  await page.getByRole("heading", { name: say("receipt-title") }).waitFor();
  const text = await page.getByRole("main").innerText();
  const [reference] = text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/) ?? [];
  if (!reference) throw new Error(`The receipt shows no reference:\n${text}`);
  return reference;
}

export async function openReceiptMail(page, say, { email, reference }) {
  await openMail(page, { to: email, subject: say("mail-receipt-subject", { reference }) });
}

/** Follows the receipt's link; a mail scanner would stop before the button. */
export async function proveAddress(page, say) {
  await pressButton(page, say("mail-receipt-button"));
  await page.getByRole("button", { name: say("link-button") }).click();
  await page.waitForURL(/\/cases\//);
}

/** Opens the case from the mail with the agent's answer. */
export async function openAnswer(page, say, { email, reference, answer }) {
  await openMail(page, { to: email, subject: say("mail-answer-subject", { reference }) });
  await pressButton(page, say("mail-answer-button"));
  await expectText(page, answer);
}

export async function reply(page, say, text) {
  await page.getByLabel(say("case-reply")).fill(text);
  await page.getByRole("button", { name: say("case-reply-send"), exact: true }).click();
  await expectText(page, text);
}

export async function close(page, say) {
  await page.getByRole("button", { name: say("case-close") }).click();
  await expectText(page, say("case-state-closed"));
}

export async function rate(page, say, comment) {
  await page.getByLabel(say("rating-5")).check();
  await page.getByLabel(say("rating-comment")).fill(comment);
  await page.getByRole("button", { name: say("rating-send") }).click();
  await expectText(page, say("rating-given", { score: 5 }));
}
