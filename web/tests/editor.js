// What an editor does in the help center's screens.

import assert from "node:assert/strict";
import * as agent from "./agent.js";
import { newPerson } from "./browser.js";
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
