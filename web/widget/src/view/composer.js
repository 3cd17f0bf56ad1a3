// Where one writes: the text, its files, the warning before a secret.

import { createGuard } from "../guard.js";
import { createAttachments } from "./attachments.js";
import { h, iconButton, setText } from "./dom.js";

const DRAFT = "draft";
/** How many lines it grows to. */
const LINES = 6;
/** How often the other side hears that one is still writing, and when that is over, in milliseconds. */
const [STILL, OVER] = [3000, 5000];

export function createComposer(app, suggestions) {
  const { t, start, storage, texts } = app;
  const text = h("textarea", { id: "body", name: "body", rows: 1, placeholder: t("write"), "aria-label": t("message"), enterkeyhint: "send", "aria-describedby": "composer-note" });
  const note = h("p", { id: "composer-note", class: "composer-note", role: "status" });
  const count = h("p", { class: "count num", "aria-hidden": "true" });
  const send = h("button", { class: "send", "aria-label": t("send"), title: t("send") });
  send.append(iconButton("send", "", null).firstChild);
  const attachments = createAttachments(app);
  const form = h("form", { class: "composer", novalidate: true },
    attachments.list,
    h("div", { class: "field" }, h("div", { class: "write" }, attachments.buttons, text, send), count, note));
  const element = h("div", { class: "foot-area" }, suggestions.element, form);
  const guard = createGuard({ address: start.guard, form, t });
  let [told, stop, waits] = [0, null, false];

  const length = () => [...text.value].length;
  function grow() {
    text.style.height = "auto";
    const box = text.parentElement;
    const line = parseFloat(getComputedStyle(text).lineHeight) || 24;
    // The second line brings the whole width, and keeps it: else the text would jump between one line and two.
    if (!text.value) box.classList.remove("tall");
    else if (text.scrollHeight > line * 2) box.classList.add("tall");
    text.style.height = `${Math.min(text.scrollHeight, Math.round(line * LINES) + 20)}px`;
  }
  const ready = () => send.classList.toggle("ready", text.value.trim() !== "" || app.uploads.rows().length > 0);
  function limits() {
    const over = length() > start.limits.text;
    setText(count, length() > start.limits.text * 0.8 ? t("count", { length: texts.number(length()), max: texts.number(start.limits.text) }) : "");
    count.classList.toggle("over", over);
    return over;
  }
  function typing(on) {
    clearTimeout(stop);
    if (on) stop = setTimeout(() => typing(false), OVER);
    if (on ? Date.now() - told < STILL : told === 0) return;
    told = on ? Date.now() : 0;
    app.act.typing(on);
  }
  function set(value) {
    text.value = value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  text.addEventListener("input", () => {
    if (text.value) storage.set(DRAFT, text.value);
    else storage.remove(DRAFT);
    grow();
    ready();
    setText(note, limits() ? t("too-long") : "");
    typing(text.value.trim() !== "");
    suggestions.look(text.value, guard.holds);
  });
  text.addEventListener("keydown", (event) => {
    // What an input method composes is confirmed with Enter, too; Safari says so only by the code.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });
  // Behind the form: the guard listens at the form itself and stops it there.
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });

  function submit() {
    const value = text.value.trim();
    waits = false;
    if (limits()) return setText(note, t("too-long"));
    if (app.uploads.busy()) {
      waits = true;
      return setText(note, t("files-busy"));
    }
    const files = app.uploads.rows().some(({ state }) => state === "ready");
    if (!value && !files) return text.focus();
    const sent = { text: value, files: files ? app.uploads.take() : [] };
    set("");
    form.querySelector(".guard")?.remove();
    suggestions.hide();
    typing(false);
    setText(note, "");
    app.act.send(sent);
  }

  attachments.takes(form, text);
  text.value = storage.get(DRAFT) ?? "";
  return {
    element,
    clear: () => set(""),
    focus: () => text.focus({ preventScroll: true }),
    /** What was taken back comes before what is written already. */
    restore(value) {
      set(text.value ? `${value}\n${text.value}` : value);
      text.focus();
    },
    /** Another tab wrote on. */
    look() {
      if (document.activeElement !== text) text.value = storage.get(DRAFT) ?? "";
      grow();
    },
    render() {
      attachments.render();
      ready();
      if (waits && !app.uploads.busy()) submit();
    },
    shown: () => { grow(); limits(); },
  };
}
