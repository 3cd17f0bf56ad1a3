// After the end: how it was, and how to begin again.

import { h, icon } from "./dom.js";

const SCORES = [1, 2, 3, 4, 5];

export function createEnding(app) {
  const { t, texts } = app;
  const rating = h("div");
  const again = h("button", { type: "button", class: "quiet", onclick: () => { left = true; app.update(); app.act.focus(); } }, t("start"));
  const element = h("section", { class: "card ending", hidden: true }, h("b", {}, t("ended")), h("p", { class: "hint" }, t("ended-why")), rating, again);
  let shown = null;
  let left = false;

  function form() {
    const stars = SCORES.map((score) => [
      h("input", { type: "radio", name: "score", id: `score-${score}`, value: String(score), class: "unseen" }),
      h("label", { for: `score-${score}`, title: t(`rate-${score}`) }, icon("star"), h("span", { class: "unseen" }, t(`rate-${score}`))),
    ]);
    const comment = h("textarea", { id: "comment", name: "comment", rows: 2, maxlength: "2000" });
    const more = h("div", { hidden: true }, h("label", { for: "comment" }, t("rate-comment")), comment, h("button", { class: "main" }, t("rate-send")));
    const made = h("form", {
      class: "rating",
      onchange: () => {
        const score = Number(new FormData(made).get("score"));
        more.hidden = !score;
        made.querySelectorAll("label[for^=score]").forEach((label, at) => label.classList.toggle("on", at < score));
      },
      onsubmit: (event) => {
        event.preventDefault();
        app.act.rate(Number(new FormData(made).get("score")), comment.value.trim());
      },
    }, h("fieldset", {}, h("legend", {}, t("rate")), h("div", { class: "stars" }, stars)), more);
    return made;
  }

  return {
    element,
    render() {
      const { chat } = app.talk;
      const over = chat?.state === "closed" && app.outbox.shown().length === 0;
      if (chat?.state !== "closed") left = false;
      element.hidden = left || !over && !(chat?.rateable && !chat.rating && chat.state !== "new");
      element.querySelector("b").hidden = element.querySelector(".hint").hidden = again.hidden = !over;
      const state = chat?.rating ? `rated:${chat.rating}` : chat?.rateable ? "form" : "";
      if (state === shown) return;
      shown = state;
      rating.replaceChildren(
        ...(chat?.rating ? [h("p", { role: "status" }, t("rated", { score: texts.number(chat.rating) }))] : chat?.rateable ? [form()] : []),
      );
    },
  };
}
