// Before anything was said: a short welcome, what is known to be broken, what it may be about.

import { safeHref } from "../core/allowed.js";
import { h, outward } from "./dom.js";

export function createWelcome(app) {
  const { t, start } = app;
  const topics = h("div", { class: "topics" });
  const element = h("section", { class: "welcome" },
    h("h2", {}, t("welcome")),
    h("p", {}, t("welcome-lead")),
    topics,
    h("p", { class: "hint" }, t("never-ask")),
    start.form && h("p", { class: "hint" }, outward(start.form, t, t("form"))));
  let shown = "";

  return {
    element,
    render() {
      const { chat } = app.talk;
      const fresh = chat ? chat.state === "new" : !app.session.token();
      element.hidden = !fresh || app.outbox.shown().length > 0 || app.entries.all().length > 0;
      const list = chat?.categories ?? start.categories ?? [];
      if (JSON.stringify(list) === shown) return;
      shown = JSON.stringify(list);
      topics.replaceChildren(...list.slice(0, 8).map(({ slug, name }) =>
        h("button", { type: "button", class: "chip", onclick: () => app.act.send({ text: name, category: slug }) }, name)));
    },
  };
}

/** What is known to be broken stands above everything, as long as it is. */
export function createIncidents(app) {
  const list = h("ul");
  const element = h("section", { class: "incidents", "aria-label": app.t("incidents"), hidden: true }, list);
  let shown = "";
  return {
    element,
    render() {
      const incidents = app.talk.incidents ?? app.start.incidents ?? [];
      element.hidden = incidents.length === 0;
      if (JSON.stringify(incidents) === shown) return;
      shown = JSON.stringify(incidents);
      list.replaceChildren(...incidents.slice(0, 3).map(({ title, url }) => {
        const href = safeHref(url);
        return h("li", {}, href ? outward(href, app.t, title) : title);
      }));
    },
  };
}
