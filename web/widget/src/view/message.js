// One item of the list: a day, the line before what is new, an event, a message.

import { safeHref } from "../core/allowed.js";
import { filesView } from "./files.js";
import { h, icon, outward, unseen } from "./dom.js";
import { safeNodes } from "./html.js";

export function messageView(app, item) {
  const { t, texts } = app;
  if (item.kind === "day") return h("p", { class: "day" }, h("time", { datetime: item.at }, texts.day(item.at)));
  if (item.kind === "new") return h("p", { class: "new" }, t("new"));
  if (item.kind === "event") return h("p", { class: "event" }, item.entry.event, " ", timeOf(texts, item.entry.at));
  return message(app, item);
}

/** How far a message has come changes often, and what it says hardly ever: what is made anew in a log is read out anew. */
export function patchMessage(app, element, item) {
  if (item.kind !== "message" || element.said !== saidBy(item)) return false;
  const fresh = message(app, item);
  for (const part of [".tick", ".refused", ".offers"]) {
    const [old, made] = [element.querySelector(part), fresh.querySelector(part)];
    if (old && made) {
      if (!old.isEqualNode(made) || part !== ".tick") old.replaceWith(made);
    } else if (old) old.remove();
    else if (made) (part === ".tick" ? element.querySelector(".foot") : element).append(made);
  }
  return true;
}

/** All of an item but how far it has come. A file is the same before and after its message is. */
const saidBy = ({ entry, joined }) => JSON.stringify([
  joined, entry.from, entry.author, entry.text, entry.html, entry.taken, entry.code, entry.sources, entry.files?.map(({ id, name }) => [id, name]),
], (_, value) => (value === null || value?.length === 0 ? undefined : value));

const timeOf = (texts, at) => h("time", { datetime: at, title: texts.moment(at) }, texts.clock(at));

function message(app, item) {
  const { entry, own, joined } = item;
  const side = own ? "own" : `theirs ${entry.from}`;
  const element = h("article", { class: `message ${side}${joined ? " joined" : ""}` },
    own || joined ? unseen(app.texts.author(entry)) : who(app, entry),
    h("div", { class: "bubble" },
      entry.html ? h("div", { class: "html" }, safeNodes(entry.html)) : entry.text && h("p", { class: "text" }, entry.text),
      entry.files?.length > 0 && filesView(app, entry.files),
      entry.taken && taken(app, entry.taken),
      entry.sources?.length > 0 && sources(app, entry.sources)),
    foot(app, item),
    item.state === "refused" && refused(app, item),
    entry.offers?.length > 0 && offers(app, item));
  return Object.assign(element, { said: saidBy(item) });
}

function who({ t, texts }, entry) {
  return h("p", { class: "who" }, texts.author(entry), entry.from === "assistant" && h("span", { class: "pill beam" }, t("assistant-label")));
}

const taken = ({ t }, sentence) => h("div", { class: "taken" }, h("b", {}, t("taken")), h("p", {}, sentence));

function sources({ t }, list) {
  const links = list.map(({ title, url }) => [title, safeHref(url)]).filter(([, href]) => href);
  return h("div", { class: "sources" }, h("span", {}, t("sources")), h("ul", {}, links.map(([title, href]) => h("li", {}, outward(href, t, title)))));
}

const TICKS = { sent: "tick", read: "ticks", sending: "clock", waiting: "clock" };

/** Time; for one's own how far it has come; for ours how to see that it is ours. */
function foot(app, { entry, own, state }) {
  const { t, texts } = app;
  const words = state === "sent" || state === "read" ? unseen(t(state)) : state === "waiting" ? t("waiting") : state === "sending" ? unseen(t("sending")) : null;
  return h("div", { class: "foot" },
    timeOf(texts, entry.at),
    own && TICKS[state] && h("span", { class: `tick ${state}`, title: t(state) }, icon(TICKS[state]), words),
    entry.code && code(app, entry.code));
}

function code({ t, start }, value) {
  const told = h("div", { class: "code", hidden: true },
    h("p", {}, t("code", { code: "\u0000" }).split("\u0000").flatMap((part, at) => (at ? [h("code", {}, value), part] : [part]))),
    h("p", {}, t("code-why"), " ", outward(`${start.official}?q=${encodeURIComponent(value)}`, t, t("code-go"))));
  const button = h("button", {
    type: "button", class: "check", "aria-expanded": "false",
    onclick: () => {
      told.hidden = !told.hidden;
      button.setAttribute("aria-expanded", String(!told.hidden));
    },
  }, icon("shield"), t("check"));
  return [button, told];
}

function refused({ t, act }, { item }) {
  return h("div", { class: "refused", role: "alert" },
    h("p", {}, h("b", {}, t("not-sent")), item.reason && ` ${item.reason}`),
    h("button", { type: "button", class: "quiet", onclick: () => act.retry(item.id) }, t("again")),
    h("button", { type: "button", class: "quiet", onclick: () => act.takeBack(item.id) }, t("take-back")));
}

/** Ways on stay; what would be done twice can be pressed only while it is the newest. */
function offers({ t, act }, { entry, live }) {
  const made = entry.offers.map((offer) => {
    const href = safeHref(offer.url);
    if (offer.kind === "form" || offer.kind === "article") return href && Object.assign(outward(href, t, offer.label), { className: "chip" });
    const deed = { person: () => act.person(offer.value), category: () => act.send({ text: offer.label, category: offer.value }), resolved: () => act.end() }[offer.kind];
    return live && deed && h("button", { type: "button", class: "chip", onclick: deed }, offer.label);
  });
  return h("div", { class: "offers" }, made);
}
