// Comfort only: every page works without this. Keeps drafts on this device until the server has them, tells the
// server the time zone, counts characters, sends a form once.
"use strict";

document.documentElement.classList.add("with-script");

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax${secure}`;
}

// Private windows and full disks refuse storage; the page then does without.
const drafts = {
  read(key) {
    try { return JSON.parse(localStorage.getItem(`draft:${key}`)); } catch { return null; }
  },
  write(key, values) {
    try { localStorage.setItem(`draft:${key}`, JSON.stringify(values)); } catch { /* see above */ }
  },
  drop(key) {
    try { localStorage.removeItem(`draft:${key}`); } catch { /* see above */ }
  },
};

const done = document.body.dataset.draftDone;
if (done) drafts.drop(done);

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = form.dataset.draft;
  const controls = [...form.elements].filter((control) => control.name && control.type !== "submit");
  const typed = controls.filter((control) => control.type !== "hidden");
  const draft = drafts.read(key);
  // What the server gives back after an error is newer than the draft. The draft brings its own idempotency key, so
  // that sending it again after a lost answer is still the same sending.
  if (draft && typed.every((control) => control.value === "")) {
    for (const control of controls) control.value = draft[control.name] ?? control.value;
    for (const fold of form.querySelectorAll("details")) {
      fold.open ||= [...fold.querySelectorAll("[name]")].some((control) => control.value !== "");
    }
  }
  form.addEventListener("input", () => {
    if (typed.every((control) => control.value === "")) drafts.drop(key);
    else drafts.write(key, Object.fromEntries(controls.map((control) => [control.name, control.value])));
  });
}

for (const text of document.querySelectorAll("[data-max]")) {
  const max = Number(text.dataset.max);
  const count = document.createElement("span");
  count.className = "count num";
  count.setAttribute("aria-hidden", "true");
  text.after(count);
  const show = () => {
    // As the server counts: characters, not UTF-16 units.
    const length = [...text.value].length;
    count.textContent = length * 2 > max || length > 500 ? `${length} / ${max}` : "";
    count.classList.toggle("over-long", length > max);
  };
  text.addEventListener("input", show);
  show();
}

for (const form of document.querySelectorAll('form[method="post"]')) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) { event.preventDefault(); return; }
    sent = true;
    // `disabled` would keep the pressed button's own value from being sent.
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
  // Back from the next page, the form can be sent again.
  addEventListener("pageshow", () => {
    sent = false;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  });
}

(document.getElementById("errors") ?? document.getElementById("existing"))?.focus();

// Choosing elsewhere closes the list of languages.
addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.languages[open]")) if (!menu.contains(target)) menu.open = false;
});
