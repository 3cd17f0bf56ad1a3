// Who one talks to: the brand, that it is official, who answers; and what can be done at any time.

import { framed } from "../browser/host.js";
import { createMenu } from "./menu.js";
import { h, icon, iconButton, outward, setText } from "./dom.js";

export function createHeader(app) {
  const { t, start } = app;
  const title = t("title", { brand: start.brand });
  const who = h("p", { class: "who-answers" });
  const menu = createMenu(app);
  const element = h("header", { class: "head" },
    h("div", { class: "head-row" },
      icon("mark"),
      h("div", { class: "head-words" }, h("h1", {}, title), who),
      menu.button,
      framed && iconButton("down", t("minimise"), app.act.minimise)),
    h("p", { class: "official" },
      h("span", {}, icon("shield"), t("official-desk")),
      outward(start.official, t, t("official"))),
    menu.element);

  return {
    element, gone: () => menu.gone(),
    render() {
      setText(who, whoAnswers(app));
      menu.render();
    },
  };
}

function whoAnswers({ t, talk }) {
  const chat = talk.chat;
  switch (chat?.state) {
    case "talking": return chat.agent ? t("with-agent", chat.agent) : t("official-desk");
    case "waiting": return t("with-queue");
    case "ticket": return chat.agent ? t("with-agent", chat.agent) : t("with-ticket");
    case "closed": return t("with-closed");
    default: return t("with-assistant");
  }
}
