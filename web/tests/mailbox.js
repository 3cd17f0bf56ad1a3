// The demo's mailbox: what the desk has mailed, as its reader sees it.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

// A reply rests for 10 s before it is mailed, so that the agent can take it back.
const ARRIVES_WITHIN_MS = 90_000;

/** Opens the mail with this subject to this address in the page, once it has arrived. */
export async function openMail(page, { to, subject }) {
  const deadline = Date.now() + ARRIVES_WITHIN_MS;
  while (Date.now() < deadline) {
    await page.goto("/_demo/mail");
    const mail = page.getByRole("link").filter({ hasText: to }).filter({ hasText: subject });
    if (await mail.count()) return mail.first().click();
    await pause(500);
  }
  assert.fail(`No mail “${subject}” to ${to} within ${ARRIVES_WITHIN_MS / 1000} s`);
}

/** Presses the button in the open mail. A mail is shown in a frame of its own, where nothing can run. */
export async function pressButton(page, name) {
  await page.frameLocator("iframe").getByRole("link", { name }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/_demo/"));
}
