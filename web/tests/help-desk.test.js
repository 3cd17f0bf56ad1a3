// An editor's day: an article from its draft to what customers read.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspect, PHONE, WIDE } from "./browser.js";
import { api, articles, body, button, helpDesk, panel, saved, stop, textOf, title } from "./editor.js";
import { wordsOf } from "./words.js";

const [say, sayAdmin] = [wordsOf("en"), wordsOf("zh-CN")];
let desk, edda, admin, section, article, picture;

before(async () => {
  ({ desk, edda, admin, section } = await helpDesk());
});

after(() => stop(desk));

test("an editor is greeted with the help center, and sees no tickets", async () => {
  await edda.getByRole("heading", { level: 1, name: say("articles") }).waitFor();
  await edda.waitForURL("**/desk/help");
  assert.equal(await edda.getByRole("link", { name: say("view-open") }).count(), 0);
  await articles(edda).getByRole("listitem").first().waitFor();
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
  article = /articles\/([0-9a-f-]{36})/.exec(edda.url())[1];
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
  const text = await textOf(admin, article, "en");
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
  assert.ok((await textOf(admin, article, "en")).draft.publish_at);
  await edda.locator("h1").click();
  await edda.keyboard.press("z");
  await button(edda, "key-article-schedule").waitFor();
  await button(edda, "key-article-publish").click();
  await edda.getByText(say("article-did-publish")).first().waitFor();
  assert.equal((await textOf(admin, article, "en")).version, 2);
});

test("the browser saw no error", () => {
  assert.deepEqual([...edda.faults, ...admin.faults], []);
});
