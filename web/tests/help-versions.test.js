// An article that is out goes on: its translation, its versions, two who write at once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspect } from "./browser.js";
import { api, articles, at, body, button, helpDesk, panel, published, saved, stop, textOf, title } from "./editor.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
const FIRST = "You can reset two-factor sign-in yourself.\n\n## What to do\n\n1. Open the sign-in page\n2. Choose **Lost access**";
let desk, edda, admin, article;

before(async () => {
  let section;
  ({ desk, edda, admin, section } = await helpDesk());
  article = await published(edda, admin, section, { slug: "get-back-in", versions: [FIRST, `${FIRST}\n\nIt takes one day.`] });
});

after(() => stop(desk));

test("a translation begins with the original's words; when the original changes, it says so and what changed", async () => {
  await at(edda, article, "zh-CN");
  await edda.waitForFunction(() => document.querySelector("textarea[id$=body]")?.value.includes("reset two-factor sign-in"));
  assert.equal((await textOf(admin, article, "zh-CN")) ?? null, null, "looking writes nothing");
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
  await articles(edda).getByRole("link", { name: "手机丢失后如何重新登录", exact: true }).click();
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
  assert.equal((await textOf(admin, article, "en")).draft.state, "writing");
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

test("the browser saw no error", () => {
  assert.deepEqual([...edda.faults, ...admin.faults], []);
});
