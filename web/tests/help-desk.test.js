// An editor's day: an article from its draft to what customers read, its translation, its versions.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, launch, newPerson, PHONE, WIDE } from "./browser.js";
import { startDesk } from "./desk.js";
import { api, body, button, panel, prepare, saved, title } from "./editor.js";
import { wordsOf } from "./words.js";

const [say, sayAdmin] = [wordsOf("en"), wordsOf("zh-CN")];
let desk, browser, edda, admin, section, picture;

before(async () => {
  desk = await startDesk();
  browser = await launch();
  admin = await agent.signedIn(browser, desk, { role: "admin", language: "zh-CN" });
  section = await prepare(admin);
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

async function editor(language = "en") {
  const page = await newPerson(browser, desk, { language });
  await agent.useLanguage(page, language);
  await page.goto(desk.signInLink("editor"));
  return page;
}

/** Somebody reads the article that checks messages, and says whether it helped. */
async function votes(verdict) {
  const page = await newPerson(browser, desk, { language: "en" });
  await page.goto("/en/help/articles/is-this-really-you");
  await page.getByRole("button", { name: verdict, exact: true }).click();
  return page;
}

const idOf = (page) => /articles\/([0-9a-f-]{36})/.exec(page.url())[1];
const at = (page, id, language, rest = "") => page.goto(`/desk/help/articles/${id}/${language}${rest}`);
const show = async (id, language) => (await api(admin, "GET", `/articles/${id}`)).texts.find((text) => text.language === language);
const list = (page) => page.getByRole("region", { name: wordsOf("en")("articles-list") });
let article;

test("an editor is greeted with the help center, and sees no tickets", async () => {
  edda = await editor();
  await edda.getByRole("heading", { level: 1, name: say("articles") }).waitFor();
  await edda.waitForURL("**/desk/help");
  assert.equal(await edda.getByRole("link", { name: say("view-open") }).count(), 0);
  await list(edda).getByRole("listitem").first().waitFor();
  picture = await edda.screenshot({ clip: { x: 0, y: 0, width: 320, height: 120 } });
  await inspect(edda, "en-help-list");
});

test("an article is begun by keys, written with the tools, and previewed as customers will read it", async () => {
  await edda.keyboard.press("Shift+N");
  const dialog = edda.getByRole("dialog", { name: say("article-new") });
  await dialog.getByLabel(say("article-title")).fill("Lost your phone? Get back in");
  await dialog.getByLabel(say("section"), { exact: true }).selectOption(section.id);
  await dialog.getByText(say("section-two-people-here")).waitFor();
  await inspect(edda, "en-help-new", [{ viewport: PHONE, scheme: "light" }, { viewport: WIDE, scheme: "dark" }]);
  await dialog.getByRole("button", { name: say("article-make") }).click();
  await body(edda).waitFor();
  article = idOf(edda);
  assert.equal(await title(edda).inputValue(), "Lost your phone? Get back in");
  await edda.getByLabel(say("article-summary"), { exact: true }).fill("Your authenticator is gone with the phone: how you get in again.");
  await edda.getByLabel(say("article-keywords"), { exact: true }).fill("2FA, authenticator，new phone");
  await body(edda).focus();
  await edda.keyboard.type("You can reset two-factor sign-in yourself.\n\nWhat to do");
  await edda.getByRole("button", { name: say("article-tool-heading") }).click();
  await edda.keyboard.press("End");
  await edda.keyboard.type("\n\nOpen the sign-in page");
  await edda.getByRole("button", { name: say("article-tool-steps") }).click();
  await edda.keyboard.type("\nChoose ");
  await edda.keyboard.press("Control+b");
  await edda.keyboard.type("Lost access");
  await edda.keyboard.press("Control+b");
  await edda.keyboard.press("Enter");
  await edda.keyboard.press("Enter");
  await edda.keyboard.type("\nNever tell anybody a code.");
  await edda.getByRole("button", { name: say("article-tool-callout") }).click();
  await edda.keyboard.type("\n\nSee [another](help:not-there) and ");
  await edda.getByRole("button", { name: say("article-tool-article") }).click();
  await edda.getByRole("combobox").fill("is-this-really");
  await edda.getByRole("option").filter({ hasText: "is-this-really-you" }).click();
  assert.match(await body(edda).inputValue(), /## What to do\n\n1\. Open the sign-in page\n2\. Choose \*\*Lost access\*\*\n\n> \[!NOTE\]\n> Never tell anybody a code\.\n\nSee \[another\]\(help:not-there\) and \[.+\]\(help:is-this-really-you\)/);
  const preview = panel(edda, "preview");
  await preview.locator("aside.callout").waitFor();
  await preview.getByRole("heading", { name: "What to do" }).waitFor();
  assert.equal(await preview.locator("ol > li").count(), 2);
  await edda.getByText("help:not-there", { exact: false }).first().waitFor();
  await saved(edda);
});

test("a picture is pasted, and stands in the text and in the preview", async () => {
  await edda.locator("input[type=file]").setInputFiles({ name: "reset.png", mimeType: "image/png", buffer: picture });
  await edda.waitForFunction(() => /!\[.*\]\(image:[0-9a-f-]+\)/.test(document.querySelector("textarea[id$=body]").value));
  await edda.keyboard.type("The page to reset it");
  await panel(edda, "preview").getByRole("img", { name: "The page to reset it" }).waitFor();
  await saved(edda);
  await inspect(edda, "en-help-write");
});

test("what is typed survives a reload and a dead server", async () => {
  await edda.route("**/draft", (route) => route.abort());
  await body(edda).focus();
  await edda.keyboard.press("Control+End");
  await edda.keyboard.type("\n\nTyped while the server was away.");
  await edda.getByText(say("article-unsent")).waitFor();
  await edda.reload();
  await edda.waitForFunction(() => document.querySelector("textarea[id$=body]")?.value.includes("while the server was away"));
  await edda.unroute("**/draft");
  await saved(edda);
  // The browser complains about what was cut off on purpose.
  edda.faults.length = 0;
  const { draft } = await api(edda, "GET", `/articles/${article}/texts/en`);
  assert.match(draft.content.body, /while the server was away/);
  assert.deepEqual(draft.content.keywords, ["2FA", "authenticator", "new phone"]);
});

test("two people: who wrote cannot approve; a second one sends back, approves and publishes", async () => {
  await edda.getByText(say("article-two-people-not-you")).waitFor();
  for (const id of ["key-article-approve", "key-article-publish"]) assert.equal(await button(edda, id).getAttribute("aria-disabled"), "true", id);
  await body(edda).press("Escape");
  await edda.keyboard.press("s");
  await edda.getByRole("region", { name: say("toasts") }).getByText(say("article-did-submit")).waitFor();
  await button(edda, "key-article-return").waitFor();

  await admin.goto("/desk/help?state=review");
  await admin.getByRole("link", { name: "Lost your phone? Get back in" }).click();
  await button(admin, "key-article-return", sayAdmin).click();
  await admin.getByLabel(sayAdmin("article-remark")).fill("The link leads nowhere.");
  await inspect(admin, "zh-CN-help-return", [{ viewport: PHONE, scheme: "dark" }]);
  await admin.getByRole("dialog").getByRole("button", { name: sayAdmin("key-article-return") }).click();
  await admin.getByRole("dialog").waitFor({ state: "detached" });

  await edda.reload();
  await edda.getByText("The link leads nowhere.").waitFor();
  await body(edda).fill((await body(edda).inputValue()).replace("See [another](help:not-there) and ", "See "));
  await saved(edda);
  await body(edda).press("Escape");
  await edda.keyboard.press("s");
  await edda.getByRole("region", { name: say("toasts") }).getByText(say("article-did-submit")).last().waitFor();

  await admin.reload();
  await admin.getByText(sayAdmin("article-two-people-you")).waitFor();
  await admin.locator("h1").click();
  await admin.keyboard.press("y");
  await admin.getByText(sayAdmin("article-approved-by", { name: "" }).split("：")[0]).first().waitFor();
  await inspect(admin, "zh-CN-help-approved");
  await admin.keyboard.press("Shift+P");
  await admin.getByText(sayAdmin("article-did-publish")).first().waitFor();
  const text = await show(article, "en");
  // The page itself, /en/help/articles/{slug}, is told of in its own story; what it shows is this version.
  assert.deepEqual([text.version, text.draft, text.due], [1, null, false]);
});

test("a publication is set for a time, and unset", async () => {
  await edda.reload();
  await body(edda).fill(`${await body(edda).inputValue()}\n\nIt takes one day.`);
  await saved(edda);
  const { draft } = await api(edda, "GET", `/articles/${article}/texts/en`);
  await api(admin, "POST", `/articles/${article}/texts/en/draft/approval`, { revision: draft.revision });
  await edda.reload();
  await body(edda).waitFor();
  await button(edda, "key-article-schedule").click();
  await inspect(edda, "en-help-schedule", [{ viewport: PHONE, scheme: "light" }]);
  await edda.getByRole("dialog").getByRole("button", { name: say("key-article-schedule") }).click();
  await button(edda, "key-article-unschedule").waitFor();
  // It shows before the server has answered; the dialog closes after.
  await edda.getByRole("dialog").waitFor({ state: "detached" });
  assert.ok((await show(article, "en")).draft.publish_at);
  await edda.locator("h1").click();
  await edda.keyboard.press("z");
  await button(edda, "key-article-schedule").waitFor();
  await button(edda, "key-article-publish").click();
  await edda.getByText(say("article-did-publish")).first().waitFor();
  assert.equal((await show(article, "en")).version, 2);
});

test("a translation begins with the original's words; when the original changes, it says so and what changed", async () => {
  await at(edda, article, "zh-CN");
  await edda.waitForFunction(() => document.querySelector("textarea[id$=body]")?.value.includes("reset two-factor sign-in"));
  assert.equal((await show(article, "zh-CN")) ?? null, null, "looking writes nothing");
  await title(edda).fill("手机丢失后如何重新登录");
  await body(edda).fill("您可以自行重置两步验证。\n\n## 怎么做\n\n1. 打开登录页面\n2. 选择**无法访问**\n");
  await saved(edda);
  const { draft } = await api(edda, "GET", `/articles/${article}/texts/zh-CN`);
  assert.deepEqual(draft.translates, { language: "en", number: 2 });
  await api(admin, "POST", `/articles/${article}/texts/zh-CN/draft/approval`, { revision: draft.revision });
  await api(admin, "POST", `/articles/${article}/texts/zh-CN/publication`, { revision: draft.revision });

  await at(edda, article, "en");
  await body(edda).fill((await body(edda).inputValue()).replace("It takes one day.", "It takes two days, because somebody looks at it."));
  await saved(edda);
  const changed = (await api(edda, "GET", `/articles/${article}/texts/en`)).draft;
  await api(admin, "POST", `/articles/${article}/texts/en/draft/approval`, { revision: changed.revision });
  await api(admin, "POST", `/articles/${article}/texts/en/publication`, { revision: changed.revision });

  await edda.goto("/desk/help?state=outdated&language=zh-CN");
  await list(edda).getByRole("link", { name: "手机丢失后如何重新登录", exact: true }).click();
  const original = panel(edda, "original");
  await original.locator("ins", { hasText: "two days, because" }).waitFor();
  await original.locator("del").first().waitFor();
  assert.equal(await original.getByRole("checkbox").isChecked(), false);
  await inspect(edda, "en-help-original");
  await body(edda).focus();
  await edda.keyboard.press("Control+End");
  await edda.keyboard.type("\n需要两天，因为有人审核。");
  await edda.waitForFunction(() => document.querySelector("section.panel input[type=checkbox]").checked);
  await saved(edda);
  const again = (await api(edda, "GET", `/articles/${article}/texts/zh-CN`)).draft;
  assert.deepEqual(again.translates, { language: "en", number: 3 });
});

test("versions are compared, and one is restored", async () => {
  await at(edda, article, "en", "/versions");
  const versions = panel(edda, "versions");
  await versions.locator("ins", { hasText: "two days" }).waitFor();
  await versions.getByLabel(say("versions-from")).selectOption("1");
  await versions.locator("ins", { hasText: "It takes two days" }).waitFor();
  await inspect(edda, "en-help-versions");
  await versions.getByRole("button", { name: say("version-restore-named", { number: 1 }) }).click();
  await edda.waitForFunction(() => !document.querySelector("textarea[id$=body]").value.includes("It takes"));
  assert.equal((await show(article, "en")).draft.state, "writing");
  await edda.locator("h1").click();
  await edda.keyboard.press("z");
  await edda.waitForFunction(() => document.querySelector("textarea[id$=body]").value.includes("two days"));
});

test("two write at once: both texts are shown, and one is chosen", async () => {
  await at(edda, article, "en");
  await body(edda).waitFor();
  await edda.waitForFunction(() => document.querySelector("textarea[id$=body]").value.includes("two days"));
  const { draft } = await api(admin, "GET", `/articles/${article}/texts/en`);
  await api(admin, "PUT", `/articles/${article}/texts/en/draft`, { content: { ...draft.content, body: draft.content.body.replace("two days", "three days") }, revision: draft.revision });
  await body(edda).fill((await body(edda).inputValue()).replace("two days", "a week"));
  await edda.getByText(say("article-newer")).waitFor();
  await inspect(edda, "en-help-newer");
  await button(edda, "article-keep-mine").click();
  await saved(edda);
  assert.match((await api(edda, "GET", `/articles/${article}/texts/en`)).draft.content.body, /a week/);
  edda.faults.length = 0;
});

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
  await edda.getByRole("link", { name: "Lost your phone? Get back in", exact: true }).waitFor();
  await edda.goto("/desk/help/broken");
  await edda.getByRole("heading", { level: 1 }).waitFor();
  await inspect(edda, "en-help-broken", [{ viewport: WIDE, scheme: "light" }]);
});

test("every screen in Chinese, and on screens between a phone and a desk", async () => {
  const found = (await api(admin, "GET", "/articles?q=is-this-really-you")).results[0];
  const screens = [
    ["list", "/desk/help"], ["write", `/desk/help/articles/${found.id}/zh-CN`], ["versions", `/desk/help/articles/${article}/zh-CN/versions`],
    ["original", `/desk/help/articles/${found.id}/zh-CN/original`], ["sections", "/desk/help/sections"],
  ];
  for (const [name, path] of screens) {
    await admin.goto(path);
    await admin.getByRole("heading", { level: 1 }).waitFor();
    await admin.locator("main .skeleton").first().waitFor({ state: "detached" });
    await admin.waitForLoadState("networkidle");
    await inspect(admin, `zh-CN-help-${name}`);
    await inspect(admin, `zh-CN-help-${name}`, [{ viewport: { width: 768, height: 1024 }, scheme: "light" }, { viewport: { width: 1024, height: 768 }, scheme: "dark" }]);
  }
});

test("the longest words of each language fit", async () => {
  for (const language of ["zh-TW", "ko", "ja"]) {
    await agent.useLanguage(admin, language);
    for (const [name, path] of [["list", "/desk/help?state=writing"], ["write", `/desk/help/articles/${article}/en`], ["place", `/desk/help/articles/${article}/en/settings`]]) {
      await admin.goto(path);
      await admin.getByRole("heading", { level: 1 }).waitFor();
      await admin.waitForLoadState("networkidle");
      await inspect(admin, `${language}-help-${name}`, [{ viewport: PHONE, scheme: "light" }, { viewport: WIDE, scheme: "dark" }]);
    }
  }
  await agent.useLanguage(admin, "zh-CN");
});

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
  const after = (await show(found.id, "en")).reviewed_at;
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
  assert.equal((await show(found.id, "ko")).version, null);
  await edda.setViewportSize(WIDE);
});

test("the look of the customers' pages is a setting", async () => {
  await admin.goto("/desk/settings/theme");
  await admin.getByRole("checkbox", { name: sayAdmin("theme-accent-light") }).check();
  await admin.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
  await admin.getByRole("img", { name: sayAdmin("theme-logo") }).waitFor();
  const header = admin.getByRole("region", { name: sayAdmin("theme-header") });
  await header.getByRole("button", { name: sayAdmin("theme-link-add") }).click();
  await header.getByLabel("English").fill("Fees");
  await header.getByLabel(sayAdmin("theme-link-to")).fill("/en/fees");
  await admin.getByRole("button", { name: sayAdmin("theme-choose-named", { name: sayAdmin("theme-terms") }) }).click();
  await admin.getByRole("combobox").fill("complaints");
  await admin.getByRole("option").filter({ hasText: "complaints" }).click();
  await inspect(admin, "zh-CN-desk-theme");
  await admin.getByRole("button", { name: sayAdmin("save"), exact: true }).click();
  await admin.getByText(sayAdmin("settings-saved")).first().waitFor();
  const reader = await newPerson(browser, desk, { language: "en" });
  await reader.goto("/en/");
  await reader.getByRole("link", { name: "Fees", exact: true }).waitFor();
  await reader.getByRole("contentinfo").getByRole("link", { name: say("help-terms") }).waitFor();
  await inspect(reader, "en-front-themed");
});

test("who only reads can read and change nothing", async () => {
  const mina = await agent.signedIn(browser, desk, { role: "agent" });
  await mina.keyboard.press("g");
  await mina.keyboard.press("h");
  await mina.getByRole("heading", { level: 1, name: say("articles") }).waitFor();
  assert.equal(await mina.getByRole("button", { name: say("article-new") }).count(), 0);
  await at(mina, article, "en");
  await body(mina).waitFor();
  assert.equal(await body(mina).getAttribute("readonly"), "");
  assert.equal(await mina.getByRole("button", { name: say("key-article-publish") }).count(), 0);
  await inspect(mina, "en-help-reader", [{ viewport: WIDE, scheme: "light" }]);
  assert.deepEqual(mina.faults, []);
});

test("the browser saw no error", () => {
  assert.deepEqual([...edda.faults, ...admin.faults], []);
});
