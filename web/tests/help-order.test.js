// How the help center is ordered: names, sections, places; and how articles are found in it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspect, WIDE } from "./browser.js";
import { api, at, button, helpDesk, published, stop, TITLE } from "./editor.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
let desk, edda, admin, article;

before(async () => {
  let section;
  ({ desk, edda, admin, section } = await helpDesk());
  article = await published(edda, admin, section, { slug: "get-back-in", versions: ["Use your recovery key."] });
});

after(() => stop(desk));

test("an article gets another name, is archived, and comes back", async () => {
  await at(edda, article, "en", "/settings");
  await edda.getByLabel(say("article-slug"), { exact: true }).fill("lost-phone");
  await inspect(edda, "en-help-place");
  await edda.getByRole("button", { name: say("save"), exact: true }).click();
  await edda.getByText(say("article-did-change")).first().waitFor();
  assert.equal((await api(edda, "GET", `/articles/${article}`)).slug, "lost-phone");
  await edda.getByRole("button", { name: say("article-archive") }).click();
  await edda.getByText(say("article-archived")).waitFor();
  await edda.locator("h1").click();
  await edda.keyboard.press("z");
  await edda.getByText(say("article-archived")).waitFor({ state: "detached" });
  await at(edda, article, "en", "/readers");
  await edda.getByText(say("readers-none")).waitFor();
});

test("sections are made, moved, changed and removed", async () => {
  await edda.goto("/desk/help/sections");
  await button(edda, "section-new").click();
  const dialog = edda.getByRole("dialog");
  await dialog.getByRole("group", { name: say("name") }).getByLabel("English").fill("Taxes");
  await dialog.getByRole("group", { name: say("name") }).getByLabel("日本語").fill("税金");
  await dialog.getByLabel(say("article-slug")).fill("taxes");
  await inspect(edda, "en-help-section");
  await dialog.getByRole("button", { name: say("save") }).click();
  await dialog.waitFor({ state: "detached" });
  const names = () => edda.locator("li .name").allTextContents();
  await edda.getByRole("button", { name: say("move-up", { name: "Taxes" }) }).click();
  await edda.waitForFunction(() => [...document.querySelectorAll("li .name")].at(-2)?.textContent.startsWith("Taxes"));
  assert.match((await names()).at(-1), /^Account/);
  await inspect(edda, "en-help-sections");
  await edda.getByRole("button", { name: say("remove-named", { name: "Taxes" }) }).click();
  await edda.getByRole("button", { name: say("move-up", { name: "Taxes" }) }).waitFor({ state: "detached" });
  assert.equal(await edda.getByRole("button", { name: say("remove-named", { name: "Account" }) }).count(), 0, "it is not empty");
});

test("articles are put into order, and found", async () => {
  const reach = (await api(edda, "GET", "/sections")).results.find(({ slug }) => slug === "contact-reach");
  await edda.goto(`/desk/help?section=${reach.id}`);
  const titles = () => edda.locator("a.title").allTextContents();
  await edda.locator("a.title").nth(2).waitFor();
  const before = await titles();
  await edda.getByRole("button", { name: say("move-down", { name: before[0] }) }).click();
  await edda.waitForFunction((first) => document.querySelectorAll("a.title")[1]?.textContent === first, before[0]);
  await edda.getByText(say("article-did-move")).first().waitFor();
  await edda.reload();
  await edda.locator("a.title").nth(2).waitFor();
  assert.deepEqual(await titles(), [before[1], before[0], before[2]]);
  await inspect(edda, "en-help-section-list");
  await edda.keyboard.press("j");
  await edda.keyboard.press("j");
  assert.equal(await edda.evaluate(() => document.activeElement.textContent), before[0]);
  await edda.keyboard.press("Control+k");
  await edda.getByRole("combobox", { name: say("palette") }).fill("lost-phone");
  await edda.getByRole("option").filter({ hasText: "lost-phone" }).waitFor();
  await edda.keyboard.press("Enter");
  await edda.waitForURL(`**/articles/${article}`);
  await edda.goBack();
  await edda.locator("a.title").nth(2).waitFor();
  await edda.keyboard.press("/");
  await edda.keyboard.type("lost-phone");
  await edda.waitForURL((url) => url.searchParams.get("q") === "lost-phone");
  await edda.goto("/desk/help?q=lost-phone");
  await edda.getByRole("link", { name: TITLE, exact: true }).waitFor();
  await edda.goto("/desk/help/broken");
  await edda.getByRole("heading", { level: 1 }).waitFor();
  await inspect(edda, "en-help-broken", [{ viewport: WIDE, scheme: "light" }]);
});

test("the browser saw no error", () => {
  assert.deepEqual([...edda.faults, ...admin.faults], []);
});
