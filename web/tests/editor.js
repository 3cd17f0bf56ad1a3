// What an editor does in the help center's screens, and articles to do it with.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./places.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
const LANGUAGES = ["zh-CN", "zh-TW", "en", "ko", "ja"];
const SAMPLES = join(repository, "crates/dengta/samples/help");

export const body = (page, words = say) => page.getByLabel(words("article-body"), { exact: true });
export const title = (page, words = say) => page.getByLabel(words("article-title"), { exact: true });
export const button = (page, id, words = say) => page.getByRole("button", { name: words(id) }).first();
export const saved = (page, words = say) => page.getByText(words("article-saved"), { exact: true }).waitFor();
export const panel = (page, name, words = say) => page.getByRole("region", { name: words(`article-panel-${name}`) });

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

/** A sample article's words in a language. */
function sample(folder, slug, language) {
  const [, head, body] = /^\+\+\+\n([\s\S]*?)\n\+\+\+\n([\s\S]*)$/.exec(readFileSync(join(SAMPLES, folder, `${slug}.${language}.md`), "utf8"));
  const value = (name) => JSON.parse(new RegExp(`^${name} = (.+)$`, "m").exec(head)?.[1] ?? '""');
  return { title: value("title"), summary: value("summary"), keywords: value("keywords"), body: body.trim() };
}

async function publish(page, id, language, content, translates) {
  const { revision } = await api(page, "PUT", `/articles/${id}/texts/${language}/draft`, { content, revision: 0, ...(translates ? { translates } : {}) });
  await api(page, "POST", `/articles/${id}/texts/${language}/publication`, { revision });
}

/** A help center to work in: two categories with sections, and sample articles in all languages, as translations of the English. Answers with an empty section that wants two people. */
export async function fill(page) {
  const folders = { security: ["Security", "安全"], contact: ["Contact", "联系我们"] };
  for (const [category, [en, zh]] of Object.entries(folders)) {
    const top = await api(page, "POST", "/sections", { slug: category, titles: { en, "zh-CN": zh }, review_days: 180 });
    for (const name of readdirSync(join(SAMPLES, category))) {
      const words = { en: name[0].toUpperCase() + name.slice(1), "zh-CN": { reach: "联系方式", rights: "您的权利" }[name] ?? name };
      const { id } = await api(page, "POST", "/sections", { slug: `${category}-${name}`, parent: top.id, titles: words });
      const slugs = [...new Set(readdirSync(join(SAMPLES, category, name)).map((file) => file.split(".")[0]))].slice(0, 3);
      for (const slug of slugs) {
        const article = await api(page, "POST", "/articles", { section: id, slug });
        await publish(page, article.id, "en", sample(`${category}/${name}`, slug, "en"));
        // One is left to be translated.
        const others = LANGUAGES.filter((each) => each !== "en" && (slug !== slugs[1] || each !== "ja"));
        for (const language of others) await publish(page, article.id, language, sample(`${category}/${name}`, slug, language), { language: "en", number: 1 });
      }
    }
  }
  return api(page, "POST", "/sections", { slug: "account", titles: { en: "Account", "zh-CN": "账户" }, two_people: true, review_days: 90 });
}
