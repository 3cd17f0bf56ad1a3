// A guest leaves an address instead of waiting.

import { openDialog } from "./dialog.js";
import { h } from "./dom.js";

export function askAddress(app) {
  const { t } = app;
  const email = h("input", { id: "email", type: "email", name: "email", autocomplete: "email", required: true, maxlength: "254", "aria-describedby": "email-error" });
  const name = h("input", { id: "name", name: "name", autocomplete: "name", maxlength: "100" });
  const error = h("p", { id: "email-error", class: "error", role: "alert" });
  const form = h("form", {
    class: "address", novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      const wrong = !email.checkValidity() ? t("email-wrong") : await app.act.leave({ email: email.value.trim(), name: name.value.trim() });
      if (!wrong) return dialog.close();
      error.textContent = wrong;
      email.setAttribute("aria-invalid", "true");
      email.focus();
    },
  },
  h("p", {}, t("leave-why")),
  h("label", { for: "email" }, t("email")), email, error,
  h("label", { for: "name" }, t("name")), name,
  h("div", { class: "buttons" }, h("button", { class: "main" }, t("leave-send"))));
  const dialog = openDialog(app, { title: t("leave"), content: form });
  email.focus();
}
