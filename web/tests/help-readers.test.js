// What readers said of an article, and that it is found still right.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspect, newPerson, PHONE, WIDE } from "./browser.js";
import { api, at, helpDesk, stop, textOf } from "./editor.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
let desk, edda, admin;

before(async () => {
  ({ desk, edda, admin } = await helpDesk());
});

after(() => stop(desk));

/** Somebody reads the article that checks messages, and says whether it helped. */
async function votes(verdict) {
  const page = await newPerson(desk.browser, desk, { language: "en" });
  await page.goto("/en/help/articles/is-this-really-you");
  await page.getByRole("button", { name: verdict, exact: true }).click();
  return page;
}

test("an article is found still right, and what readers said stands beside it", async () => {
  const found = (await api(edda, "GET", "/articles?q=is-this-really-you")).results[0];
  const before = found.texts.find(({ language }) => language === "en").reviewed_at;
  await votes(say("help-vote-yes"));
  const reader = await votes(say("help-vote-no"));
  await reader.getByLabel(say("help-reason-outdated")).check();
  await reader.locator("form.why textarea").fill("The menu is called Safety now.");
  await reader.getByRole("button", { name: say("help-vote-send"), exact: true }).click();
  await reader.getByText(say("help-vote-thanks")).waitFor();
  await at(edda, found.id, "en", "/readers");
  await edda.getByText("The menu is called Safety now.").waitFor();
  await inspect(edda, "en-help-readers");
  await edda.locator("h1").click();
  await edda.keyboard.press("f");
  await edda.getByText(say("article-did-confirm"), { exact: true }).first().waitFor();
  const after = (await textOf(edda, found.id, "en")).reviewed_at;
  assert.ok(after > before, `${after} after ${before}`);
  await edda.keyboard.press("]");
  await edda.waitForURL(`**/${found.id}/ko/readers`);
  await edda.keyboard.press("v");
  await edda.waitForURL(`**/${found.id}/ko/preview`);
  await edda.setViewportSize(PHONE);
  await edda.getByRole("button", { name: say("article-more") }).click();
  await edda.getByRole("menuitem", { name: say("key-article-withdraw") }).click();
  await edda.getByText(say("article-withdraw-consequence")).waitFor();
  await inspect(edda, "en-help-withdraw", [{ viewport: PHONE, scheme: "light" }]);
  await edda.getByRole("dialog").getByRole("button", { name: say("key-article-withdraw") }).click();
  await edda.getByText(say("article-unpublished")).waitFor();
  await edda.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal((await textOf(edda, found.id, "ko")).version, null);
  await edda.setViewportSize(WIDE);
});

test("the browser saw no error", () => {
  assert.deepEqual([...edda.faults, ...admin.faults], []);
});
