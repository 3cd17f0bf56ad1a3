// While the first message is written: pages that may answer it already. They stand above the composer and take nothing from it.

import { safeHref } from "../core/allowed.js";
import { h, iconButton, outward, setText } from "./dom.js";

const PAUSE = 250;
/** A word or two say too little, and nobody reads more than three. */
const [LEAST, MOST] = [4, 3];

export function createSuggestions(app) {
  const { t } = app;
  const list = h("ul");
  const told = h("p", { class: "unseen", role: "status" });
  const box = h("section", { class: "fits", hidden: true, "aria-label": t("fits") },
    h("div", { class: "fits-head" }, h("b", {}, t("fits")), iconButton("close", t("fits-hide"), () => { off = true; hide(); app.act.focus(); })), list);
  const element = h("div", {}, told, box);
  let [timer, turn, asked, off] = [undefined, 0, "", false];

  function hide() {
    turn++;
    asked = "";
    clearTimeout(timer);
    box.hidden = true;
    setText(told, "");
  }
  function show({ articles = [], incidents = [] }) {
    const rows = [
      ...incidents.map(({ title, url }) => ({ title, url, words: null, incident: true })),
      ...articles.map(({ title, url, snippet }) => ({ title, url, words: snippet, incident: false })),
    ].filter(({ url, incident }) => incident || safeHref(url)).slice(0, MOST);
    list.replaceChildren(...rows.map(({ title, url, words, incident }) => h("li", { class: incident ? "incident" : "" },
      safeHref(url) ? outward(url, t, title) : h("b", {}, title),
      words && h("p", {}, words.map(({ text, marked }) => (marked ? h("mark", {}, text) : text))))));
    box.hidden = rows.length === 0;
    setText(told, rows.length ? t("fits-count", { count: app.texts.number(rows.length) }) : "");
  }
  async function look(typed, holds) {
    const question = [...typed.trim()].slice(0, 300).join("");
    if (question === asked) return;
    const mine = ++turn;
    if (question.length < LEAST) return hide();
    // No secret is searched for.
    if (await holds() || mine !== turn) return;
    try {
      const found = await app.api.get(`/suggestions?q=${encodeURIComponent(question)}`);
      // What somebody is about to press stays where it is.
      if (mine !== turn || box.contains(document.activeElement)) return;
      asked = question;
      show(found);
    } catch { /* writing needs none */ }
  }

  return {
    element, hide,
    look(typed, holds) {
      clearTimeout(timer);
      const state = app.talk.chat?.state ?? "new";
      if (off || (state !== "new" && state !== "closed")) return;
      timer = setTimeout(() => look(typed, holds), PAUSE);
    },
  };
}
