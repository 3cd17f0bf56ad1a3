// The warning before a secret is sent. The script that knows secrets (web/guard) comes with the first letter that is typed; without
// it everything works as before. It finds its sentences in a template, as on the forms.

import { h } from "./view/dom.js";

const KINDS = [
  "seed_phrase", "private_key", "api_secret", "access_token", "totp_secret", "recovery_code", "card_number", "cvv", "otp_code", "password",
];

/** The note as crates/dengta/templates/parts.html has it. */
export function guardTemplate(t) {
  const template = h("template", { "data-mark": t("guard-mark", { kind: "%" }), "data-done": t("guard-done") });
  const kinds = KINDS.map((kind) => h("li", { "data-kind": kind }, t(`secret-${kind.replaceAll("_", "-")}`)));
  template.content.append(
    h("section", { class: "guard", tabindex: "-1", "aria-labelledby": "guard-title" },
      h("b", { id: "guard-title" }, t("guard-title")),
      h("ul", {}, kinds),
      h("p", { "data-certain": "true" }, t("guard-certain")),
      h("p", { "data-certain": "false" }, t("guard-may")),
      h("button", { type: "button", class: "quiet" }, t("guard-remove")),
      h("p", { class: "hint" }, t("guard-anyway"))),
  );
  return template;
}

/** Watches a form from its first letter on. `holds()` says whether there is a secret in it right now. */
export function createGuard({ address, form, t }) {
  let watched = null;
  const begin = () => watched ??= import(/* @vite-ignore */ new URL(address, location.href).href)
    .then((script) => script.watch(form, guardTemplate(t)))
    .catch(() => null);
  if (address) form.addEventListener("input", begin, { once: true });
  return {
    /** Nobody is asked about a secret. */
    holds: async () => (address ? ((await begin())?.holds() ?? false) : false),
  };
}
