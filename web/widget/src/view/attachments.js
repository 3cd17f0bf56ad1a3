// Files beside what one writes: chosen, pasted, dropped or from the camera; how far they are, and taken away.

import { h, iconButton, keyed } from "./dom.js";

export function createAttachments(app) {
  const { t, start, uploads, texts } = app;
  const input = h("input", { type: "file", multiple: true, accept: start.limits.accept, hidden: true, tabindex: "-1", "aria-label": t("attach") });
  const camera = h("input", { type: "file", accept: "image/*", capture: "environment", hidden: true, tabindex: "-1", "aria-label": t("camera") });
  for (const each of [input, camera]) {
    each.addEventListener("change", () => {
      uploads.add([...each.files]);
      each.value = "";
    });
  }
  const touch = matchMedia("(pointer: coarse)").matches;
  const buttons = h("div", { class: "ways" },
    iconButton("clip", t("attach"), () => input.click()),
    touch && iconButton("camera", t("camera"), () => camera.click()), input, camera);
  const list = h("ul", { class: "attachments", "aria-live": "polite", hidden: true });

  const row = ({ key, name, size, state, reason }) => h("li", { class: state },
    h("bdi", {}, name), h("small", {}, texts.bytes(size)),
    iconButton("close", t("file-remove", { name }), () => {
      uploads.remove(key);
      /** @type {HTMLElement} */ (buttons.firstChild).focus();
    }),
    state !== "ready" && state !== "failed" && h("progress", { max: size, value: 0, "aria-label": name }),
    reason ? h("p", { class: "error" }, reason) : state === "waiting" && h("p", {}, t("file-waiting")));

  return {
    list, buttons,
    render() {
      const rows = uploads.rows();
      list.hidden = rows.length === 0;
      keyed(list, rows.map(({ key, name, size, state, reason }) => ({ key, name, size, state, reason })), row);
      for (const { key, offset } of rows) {
        const bar = list.querySelector(`[data-key="${key}"] progress`);
        if (bar) bar.value = offset;
      }
    },
    /** Paste into the text, drop anywhere on the panel. */
    takes(form, text) {
      text.addEventListener("paste", (event) => {
        if (!event.clipboardData?.files.length) return;
        event.preventDefault();
        uploads.add([...event.clipboardData.files]);
      });
      const panel = document.body;
      panel.dataset.drop = t("drop");
      panel.ondragover = (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        panel.classList.add("over");
      };
      panel.ondragleave = (event) => !event.relatedTarget && panel.classList.remove("over");
      panel.ondrop = (event) => {
        panel.classList.remove("over");
        if (!event.dataTransfer?.files.length) return;
        event.preventDefault();
        uploads.add([...event.dataTransfer.files]);
        form.querySelector("textarea").focus();
      };
    },
  };
}
