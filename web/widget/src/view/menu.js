// Language, sound, the transcript, the end. A plain list of buttons that opens and closes.

import { sureToEnd } from "./dialog.js";
import { h, iconButton, outward } from "./dom.js";

export function createMenu(app) {
  const { t, start } = app;
  const languages = h("select", { id: "language", onchange: () => app.act.language(languages.value) },
    start.languages.map(([code, name]) => h("option", { value: code, lang: code, selected: code === start.language }, name)));
  const sound = h("input", { type: "checkbox", id: "sound", onchange: () => app.act.sound(sound.checked) });
  const item = (name, act, more = {}) => h("button", { type: "button", onclick: () => { toggle(false); act(); }, ...more }, name);
  const download = item(t("transcript-download"), app.act.downloadTranscript);
  const mail = item(t("transcript-mail"), app.act.mailTranscript);
  const end = item(t("end"), () => sureToEnd(app), { class: "danger" });
  const place = h("span");
  const element = h("div", { class: "menu", id: "menu", hidden: true },
    h("label", { class: "line", for: "language" }, h("span", {}, t("language")), languages),
    h("label", { class: "line", for: "sound" }, h("span", {}, t("sound")), sound),
    place, download, mail, end);
  const button = iconButton("more", t("menu"), () => toggle(element.hidden), { "aria-expanded": "false", "aria-controls": "menu" });

  function toggle(open) {
    element.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) languages.focus();
  }
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    toggle(false);
    button.focus();
  });
  const elsewhere = (event) => !element.hidden && !element.contains(event.target) && !button.contains(event.target) && toggle(false);
  document.addEventListener("pointerdown", elsewhere);
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !element.contains(relatedTarget) && relatedTarget !== button) toggle(false);
  });

  let shown = null;
  return {
    element, button,
    gone: () => document.removeEventListener("pointerdown", elsewhere),
    render() {
      const { chat } = app.talk;
      const begun = !!chat && chat.state !== "new";
      download.hidden = !begun;
      mail.hidden = !begun || !(chat.customer?.contact || chat.customer?.signed_in);
      end.hidden = !begun || chat.state === "closed";
      sound.checked = app.soundOn();
      const href = begun ? chat.case : null;
      if (href === shown) return;
      shown = href;
      place.replaceChildren(href ? outward(href, t, t("case", { reference: chat.reference })) : "");
    },
  };
}
