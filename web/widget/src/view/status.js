// What stands above the composer: that there is no line, place in line and what to do meanwhile, the way to a person, the end.

import { safeHref } from "../core/allowed.js";
import { waitWords } from "../core/wait.js";
import { askAddress } from "./address.js";
import { sureToEnd } from "./dialog.js";
import { h, icon, outward } from "./dom.js";
import { createEnding } from "./ending.js";

export function createStatus(app) {
  const ending = createEnding(app);
  const card = h("div");
  const element = h("div", { class: "status" }, ending.element, card);
  let shown = "";
  let asked = "";
  let meanwhile = [];

  /** Pages that fit what was asked, for who waits. */
  async function lookMeanwhile() {
    const question = [...(app.entries.all().findLast(({ from, text }) => from === "customer" && text)?.text ?? "")].slice(0, 300).join("");
    if (question === asked) return;
    asked = question;
    try {
      meanwhile = (await app.api.get(`/suggestions?q=${encodeURIComponent(question)}`)).articles ?? [];
      app.update();
    } catch { /* waiting needs none */ }
  }

  return {
    element,
    render() {
      const { chat } = app.talk;
      ending.render();
      if (chat?.state === "waiting") lookMeanwhile();
      const view = { waiting, assistant, ticket }[chat?.state] ?? null;
      // Drawn again only when what it says changed: what has the focus keeps it.
      const signature = view ? JSON.stringify([chat.state, chat.queue, chat.people, chat.customer, chat.case, meanwhile, offered(app)]) : "";
      if (signature === shown) return;
      shown = signature;
      const focused = card.contains(document.activeElement) ? document.activeElement.className : null;
      card.replaceChildren(...(view ? [view(app, chat, meanwhile)].filter(Boolean) : []));
      if (focused) card.querySelector(`.${focused.replaceAll(" ", ".")}`)?.focus();
    },
  };
}

function waiting(app, chat, meanwhile) {
  const { t, texts } = app;
  const { place, wait } = waitWords(chat.queue, { t, language: texts.language, number: texts.number });
  const articles = meanwhile.slice(0, 3);
  return h("section", { class: "card queue" },
    h("div", { role: "status" },
      chat.people?.open === false ? closedNow(app, chat) : [place && h("b", {}, place), h("p", {}, icon("clock"), wait)]),
    h("p", { class: "hint" }, t("wait-why")),
    articles.length > 0 && h("div", { class: "meanwhile" }, h("p", {}, t("meanwhile")),
      h("ul", {}, articles.map(({ title, url }) => h("li", {}, safeHref(url) && outward(url, t, title))))),
    contact(app, chat),
    h("button", { type: "button", class: "quiet plain", onclick: () => sureToEnd(app) }, t("end")));
}

const closedNow = ({ t, texts }, { people }) =>
  h("p", {}, texts.sentences(t("closed-now"), people.opens_at && t("opens-at", { time: texts.when(people.opens_at) })));

/** A guest without an address can leave one; who left one reads which. */
function contact(app, { customer }) {
  const { t } = app;
  if (customer?.contact) return h("p", { class: "hint" }, t("left", { contact: customer.contact }));
  if (customer?.signed_in) return null;
  return h("button", { type: "button", class: "quiet leave", onclick: () => askAddress(app) }, t("leave"));
}

/** The assistant's newest answer offers a person: one button is enough. */
const offered = ({ entries }) => entries.all().at(-1)?.offers?.some(({ kind }) => kind === "person") ?? false;

function assistant(app, chat) {
  const closed = chat.people?.open === false;
  if (offered(app) && !closed) return null;
  return h("section", { class: "bar" },
    closed && h("div", { class: "hint" }, closedNow(app, chat)),
    !offered(app) && h("button", { type: "button", class: "quiet person", onclick: () => app.act.person() }, icon("person"), app.t("person")));
}

function ticket(app, chat) {
  return h("section", { class: "card" },
    h("p", {}, app.t("ticket"), " ", chat.case && outward(chat.case, app.t, app.t("case", { reference: chat.reference }))),
    contact(app, chat));
}
