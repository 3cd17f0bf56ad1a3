// The screens of the help center: in every language, for who only reads; and the look of the customers’ pages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, newPerson, PHONE, WIDE } from "./browser.js";
import { api, at, body, helpDesk, published, stop } from "./editor.js";
import { wordsOf } from "./words.js";

const [say, sayAdmin] = [wordsOf("en"), wordsOf("zh-CN")];
let desk, edda, admin, article;

before(async () => {
  let section;
  ({ desk, edda, admin, section } = await helpDesk());
  article = await published(edda, admin, section, { slug: "get-back-in", versions: ["Use your recovery key.", "Use your **recovery key**."] });
  await api(edda, "PUT", `/articles/${article}/texts/ko/draft`, { content: { title: "휴대폰 분실", body: "복구 키를 사용하세요." }, revision: 0 });
});

after(() => stop(desk));

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

test("who only reads can read and change nothing", async () => {
  const mina = await agent.signedIn(desk.browser, desk, { role: "agent" });
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

test("the look of the customers' pages is a setting", async () => {
  await admin.goto("/desk/settings/theme");
  await admin.getByRole("checkbox", { name: sayAdmin("theme-accent-light") }).check();
  await admin.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await edda.screenshot({ clip: { x: 0, y: 0, width: 320, height: 120 } }) });
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
  const reader = await newPerson(desk.browser, desk, { language: "en" });
  await reader.goto("/en/");
  await reader.getByRole("link", { name: "Fees", exact: true }).waitFor();
  await reader.getByRole("contentinfo").getByRole("link", { name: say("help-terms") }).waitFor();
  await inspect(reader, "en-front-themed");
});

test("the browser saw no error", () => {
  assert.deepEqual([...edda.faults, ...admin.faults], []);
});
