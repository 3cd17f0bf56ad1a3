// Comfort only: every page works without this. Tells the server the time zone, suggests articles while one types a search,
// and sends a form once.
"use strict";

document.documentElement.classList.add("with-script");

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax${secure}`;
}

// The search suggests while one types (WAI-ARIA's combobox with a list): arrow keys choose, Escape closes, Enter without a
// choice searches. The list lies over the page, which does not move.
for (const input of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  Object.assign(list, { id: `${input.id}-list`, role: "listbox", ariaLabel: input.dataset.label, hidden: true });
  input.form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false })) input.setAttribute(name, value);
  let [turn, at, timer] = [0, -1];

  function choose(index) {
    at = index;
    [...list.children].forEach((option, place) => { option.ariaSelected = place === at; });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  }
  function show(open) {
    list.hidden = !open;
    input.ariaExpanded = open;
    choose(-1);
  }
  const go = (option) => { location.href = option.dataset.href; };
  async function suggest() {
    // An answer that comes late must not take the place of a newer one.
    const mine = ++turn;
    const typed = input.value.trim();
    if (!typed) return show(false);
    try {
      const query = new URLSearchParams({ q: [...typed].slice(0, 200).join("") });
      const answer = await fetch(`${input.dataset.suggest}?${query}`, { headers: { accept: "application/json" } });
      const { results = [] } = await answer.json();
      if (mine !== turn || document.activeElement !== input) return;
      list.replaceChildren(...results.map(({ title, href, lang }, place) => {
        const option = document.createElement("li");
        Object.assign(option, { id: `${list.id}-${place}`, role: "option", textContent: title, lang: lang ?? "" });
        option.dataset.href = href;
        if (!lang) option.removeAttribute("lang");
        return option;
      }));
      show(results.length > 0);
    } catch { /* the search itself needs no suggestions */ }
  }
  const soon = () => { clearTimeout(timer); timer = setTimeout(suggest, 120); };
  input.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  input.addEventListener("compositionend", soon);
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    // Keys belong to the input method as long as it composes.
    if (event.isComposing || event.keyCode === 229 || !count) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const from = at;
      if (list.hidden) show(true);
      // Beyond the last one is what was typed.
      choose((from + step + 1 + count + 1) % (count + 1) - 1);
    } else if (list.hidden) return;
    else if (event.key === "Escape") show(false);
    else if (event.key === "Enter" && at >= 0) go(list.children[at]);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, and the list closes.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { const option = event.target.closest("li"); if (option) go(option); });
}

// A form is sent once. What a page's own scripts held back does not come this far.
const sent = new WeakSet();
const buttons = (form) => [...form.elements].filter((control) => control.type === "submit");
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) { event.preventDefault(); return; }
  sent.add(form);
  // `disabled` would keep the pressed button's own value from being sent.
  for (const button of buttons(form)) button.setAttribute("aria-disabled", "true");
});
// Back from the next page, it can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.forms) {
    sent.delete(form);
    for (const button of buttons(form)) button.removeAttribute("aria-disabled");
  }
});

(document.getElementById("errors") ?? document.getElementById("existing"))?.focus();

// Choosing elsewhere closes the list of languages.
addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.languages[open]")) if (!menu.contains(target)) menu.open = false;
});
