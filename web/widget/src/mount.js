// Puts the panel together: head, conversation, what stands above the composer, composer.

import { createComposer } from "./view/composer.js";
import { h, setText } from "./view/dom.js";
import { createHeader } from "./view/header.js";
import { createLog } from "./view/log.js";
import { createStatus } from "./view/status.js";
import { createSuggestions } from "./view/suggestions.js";
import { createIncidents, createWelcome } from "./view/welcome.js";

/** After so long without a line it is said, in milliseconds: most breaks are shorter. */
const PATIENCE = 3000;
const SHOWN = 8000;

export function mount(app) {
  const header = createHeader(app);
  const incidents = createIncidents(app);
  const welcome = createWelcome(app);
  const log = createLog(app, welcome.element);
  const status = createStatus(app);
  const suggestions = createSuggestions(app);
  const composer = createComposer(app, suggestions);
  const net = h("p", { class: "net", role: "status" });
  const toast = h("p", { class: "toast", role: "alert" });
  const main = h("main", {}, net, incidents.element, log.element, toast, status.element, composer.element);
  const root = h("div", { class: "panel" }, header.element, main);
  let [lostAt, timer] = [0, undefined];

  function renderNet() {
    const lost = app.session.token() !== null && app.line.state() !== "on";
    if (!lost) lostAt = 0;
    else if (!lostAt) {
      lostAt = Date.now();
      setTimeout(app.update, PATIENCE + 50);
    }
    setText(net, lostAt && Date.now() - lostAt >= PATIENCE ? app.t("offline") : "");
  }

  document.body.replaceChildren(root);
  composer.shown();
  return {
    log, composer,
    say(words) {
      clearTimeout(timer);
      setText(toast, words);
      if (words) timer = setTimeout(() => setText(toast, ""), SHOWN);
    },
    render() {
      for (const view of [header, incidents, welcome, status, composer, log]) view.render();
      renderNet();
    },
    gone: () => header.gone(),
  };
}
