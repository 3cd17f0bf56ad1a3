// What an editor does in the help center's screens.

import assert from "node:assert/strict";
import * as agent from "./agent.js";
import { launch, newPerson } from "./browser.js";
import { startDesk } from "./desk.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");

export const body = (page, words = say) => page.getByLabel(words("article-body"), { exact: true });
export const title = (page, words = say) => page.getByLabel(words("article-title"), { exact: true });
export const button = (page, id, words = say) => page.getByRole("button", { name: words(id) }).first();
export const saved = (page, words = say) => page.getByText(words("article-saved"), { exact: true }).waitFor();
export const panel = (page, name, words = say) => page.getByRole("region", { name: words(`article-panel-${name}`) });

/** A browser in which somebody of a role came in by the link that the demo printed. */
export async function opened(browser, desk, role, language = "en") {
  const page = await newPerson(browser, desk, { language });
  await agent.useLanguage(page, language);
  await page.goto(desk.signInLink(role));
  return page;
}

/** A desk with its browser, an editor and an admin (in Chinese) at the help center, and an empty section that wants two people. */
export async function helpDesk() {
  const [desk, browser] = [await startDesk(), await launch()];
  const admin = await agent.signedIn(browser, desk, { role: "admin", language: "zh-CN" });
  const section = await prepare(admin);
  const edda = await opened(browser, desk, "editor");
  await edda.getByRole("heading", { level: 1, name: say("articles") }).waitFor();
  return { desk: { ...desk, browser }, edda, admin, section };
}

export async function stop(desk) {
  await desk?.browser.close();
  await desk?.stop();
}

export const articles = (page) => page.getByRole("region", { name: say("articles-list") });
export const at = (page, id, language, rest = "") => page.goto(`/desk/help/articles/${id}/${language}${rest}`);
export const textOf = async (page, id, language) => (await api(page, "GET", `/articles/${id}`)).texts.find((text) => text.language === language);
export const TITLE = "Lost your phone? Get back in";

/** An article whose bodies were written by one and approved by a second, one version each; its id. */
export async function published(writer, second, section, { slug, versions }) {
  const { id } = await api(second, "POST", "/articles", { section: section.id, slug });
  for (const body of versions) {
    const { revision } = await api(writer, "PUT", `/articles/${id}/texts/en/draft`, { content: { title: TITLE, body }, revision: 0 });
    await api(second, "POST", `/articles/${id}/texts/en/draft/approval`, { revision });
    await api(second, "POST", `/articles/${id}/texts/en/publication`, { revision });
  }
  return id;
}

/** A call of the API by who is signed in there. */
export async function api(page, method, path, body) {
  const [status, answer] = await page.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(`/api/v1/help${path}`, { method, headers: { "Content-Type": "application/json", Accept: "application/json" }, ...(body ? { body: JSON.stringify(body) } : {}) });
      return [answer.status, await answer.text()];
    },
    [method, path, body],
  );
  assert.ok(status < 300, `${method} ${path}: ${status} ${answer}`);
  return answer ? JSON.parse(answer) : null;
}

/** Makes of the sample articles a help center to work in: one is left to be translated. Answers with an empty section that wants two people. */
export async function prepare(page) {
  const { results: [left] } = await api(page, "GET", "/articles?q=account-locked");
  await api(page, "DELETE", `/articles/${left.id}/texts/ja/publication`);
  return api(page, "POST", "/sections", { slug: "account", titles: { en: "Account", "zh-CN": "账户" }, two_people: true, review_days: 90 });
}
