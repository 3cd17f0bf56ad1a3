// Dialogs of the browser's own kind: they hold the focus, close with Escape, and give the focus back.

import { h, iconButton } from "./dom.js";

export function openDialog({ t }, { title, className = "", content, closed = () => {} }) {
  const dialog = h("dialog", { class: className, "aria-labelledby": "dialog-title" },
    h("div", { class: "dialog-head" }, h("h2", { id: "dialog-title" }, title), iconButton("close", t("close"), () => dialog.close())),
    content);
  // Escape is the dialog's here, not the panel's.
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export async function sureToEnd(app) {
  const { t } = app;
  if (await confirmed(app, { title: t("end-sure"), text: t("end-why"), yes: t("end") })) app.act.end();
}

/** Asks once more. */
function confirmed(app, { title, text, yes }) {
  return new Promise((answer) => {
    let sure = false;
    const decide = (value) => () => {
      sure = value;
      dialog.close();
    };
    const dialog = openDialog(app, {
      title,
      closed: () => answer(sure),
      content: [
        h("p", {}, text),
        h("div", { class: "buttons" },
          h("button", { type: "button", class: "quiet", onclick: decide(false) }, app.t("cancel")),
          h("button", { type: "button", class: "main", onclick: decide(true) }, yes)),
      ],
    });
  });
}
