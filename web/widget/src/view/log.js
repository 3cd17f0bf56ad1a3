// The list of messages: stays at the end while one is there, else where one reads; loads what is older when one scrolls up.

import { timeline } from "../core/timeline.js";
import { h, icon, keyed, setText } from "./dom.js";
import { messageView, patchMessage } from "./message.js";

/** So near to the end is at the end, in pixels. */
const NEAR = 48;

export function createLog(app, before) {
  const { t } = app;
  const log = h("div", { class: "log", role: "log", "aria-label": t("conversation") });
  const skeleton = h("div", { class: "skeleton", role: "status", hidden: true }, h("span", { class: "unseen" }, t("loading")), h("i"), h("i"), h("i"));
  const older = h("p", { class: "older", role: "status" });
  const writing = h("div", { class: "writing" });
  const typing = h("p", { class: "typing", role: "status" });
  const area = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("conversation") }, before, older, skeleton, log, writing, typing);
  const jumpWords = h("span");
  const jump = h("button", { type: "button", class: "jump", hidden: true, onclick: () => toEnd(true) }, icon("down"), jumpWords);
  const element = h("div", { class: "conversation" }, area, jump);
  let atEnd = true;

  function toEnd(smooth = false) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    atEnd = true;
    area.scrollTo({ top: area.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
  }
  let size = "";
  area.addEventListener("scroll", () => {
    // What grew or shrank under who was at the end does not lead away from there; only scrolling does.
    const before = size;
    size = `${area.scrollHeight} ${area.clientHeight}`;
    if (atEnd && before !== size) return toEnd();
    const now = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR;
    if (now !== atEnd) {
      atEnd = now;
      app.act.looked();
    }
    if (area.scrollTop < 120 && app.entries.all().length) app.act.older();
  }, { passive: true });
  // The composer grows, a keyboard opens: who was at the end stays there.
  new ResizeObserver(() => atEnd && toEnd()).observe(area);
  new ResizeObserver(() => atEnd && toEnd()).observe(log);

  function renderWriting() {
    const { draft, typing: who } = app.talk;
    if (!draft) writing.replaceChildren();
    else {
      if (!writing.firstChild) writing.append(h("article", { class: "message theirs assistant", "aria-hidden": "true" }, h("div", { class: "bubble" })));
      setText(writing.querySelector(".bubble"), draft);
    }
    const name = who?.name;
    setText(typing, draft || (who && !name) ? t("writing") : name ? t("typing", { name }) : "");
  }

  return {
    element, toEnd,
    atEnd: () => atEnd,
    render() {
      const entries = app.entries.all();
      const items = timeline({
        entries, outgoing: app.outbox.shown(), divider: app.divider, seen: app.talk.chat?.seen ?? 0, dayOf: app.texts.dayOf, waits: app.outbox.waits,
      });
      const newest = entries.at(-1)?.number;
      for (const item of items) if (item.kind === "message" && item.entry.offers?.length) item.live = item.entry.number === newest;
      // What one reads stays where it is when something comes in above it.
      const anchor = atEnd ? null : [...log.children].find((child) => child.getBoundingClientRect().bottom > area.getBoundingClientRect().top);
      const place = anchor?.getBoundingClientRect().top;
      keyed(log, items, (item) => messageView(app, item), (element, item) => patchMessage(app, element, item));
      renderWriting();
      skeleton.hidden = !(app.talk.loading && !items.length);
      setText(older, app.talk.older ? t("older") : "");
      if (atEnd) toEnd();
      else if (anchor?.isConnected) {
        const moved = anchor.getBoundingClientRect().top - place;
        // Setting it, even to what it is, would stop a scrolling that is under way.
        if (moved) area.scrollTop += moved;
      }
      jump.hidden = atEnd;
      const unread = app.unread();
      setText(jumpWords, unread ? t("jump-new", { count: app.texts.number(unread) }) : t("jump"));
      jump.classList.toggle("has-new", unread > 0);
    },
  };
}
