// The note under a field of a customer's form: what seems to be a secret in it, before it is sent. Its words come with the page.
// It stops a form once; who sends again sends. Nothing here blocks, and nothing typed leaves the page.

/** So long nobody types before the form is looked at, in milliseconds. */
const IDLE = 400;
/** What stands by itself; to the others belongs their name, as for the server. */
const BY_ITSELF = ["subject", "body", "comment"];

import { learn as take, scan, wanted } from "./scan.js";

/** A file beside this one, of the same version. */
const beside = (name) => new URL(name + new URL(import.meta.url).search, import.meta.url);

/** Watches a form. `template` holds the note, its sentences, and in `data-mark` what takes a secret's place. */
export function watch(form, template) {
  const fields = [...form.elements].filter(({ type }) => type === "text" || type === "textarea");
  const note = template.content.firstElementChild.cloneNode(true);
  const [remove] = note.getElementsByTagName("button");
  const status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
  form.append(status);
  const [here, told, coming] = [new Set(), new Set(), {}];
  let timer;

  /** What is typed, as one text, and where in it each field stands, in code points. */
  function typed() {
    let text = "";
    const pieces = fields.filter(({ value }) => value).map((field) => {
      text += BY_ITSELF.includes(field.name) ? "" : `${field.name.replaceAll("_", " ")}: `;
      const piece = { field, start: [...text].length, letters: [...field.value] };
      text += `${field.value}\n`;
      return piece;
    });
    return { text, pieces };
  }

  const missing = () => wanted(typed().text).filter((name) => !here.has(name));

  /** Fetches what would say more and waits for it; what did not come is not asked for again. */
  async function learn() {
    for (let names; (names = missing())[0];) await Promise.all(names.map((name) => coming[name] ??= fetched(name)));
  }

  async function fetched(name) {
    try {
      const answer = await fetch(beside(`${name}.txt`));
      if (answer.ok) take(name, await answer.text());
    } catch { /* As if there were none. */ }
    here.add(name);
  }

  /** The secrets, with the field that each stands in and its place there. None without all the names of what is typed: a
      transaction would look like a key. */
  function secrets() {
    const { text, pieces } = typed();
    if (wanted(text).some((name) => !name[2])) return [];
    return scan(text).map(({ start, end, ...secret }) => {
      const piece = pieces.findLast((piece) => piece.start <= start) ?? pieces[0];
      // One that goes on into the next field is taken as far as its own goes.
      return { ...secret, ...piece, from: start - piece.start, to: Math.min(end - piece.start, piece.letters.length) };
    });
  }

  function show(found) {
    if (!found.length) return note.remove();
    const [types, certain] = [found.map(({ type }) => type), found.map(({ certain }) => certain)];
    for (const line of note.querySelectorAll("[data-kind]")) line.hidden = !types.includes(line.dataset.kind);
    for (const line of note.querySelectorAll("[data-certain]")) line.hidden = !certain.includes(line.dataset.certain === "true");
    const place = found[0].field.closest(".field");
    if (note.parentNode !== place) place.append(note);
    const words = [...note.querySelectorAll("b, li:not([hidden])")].map(({ textContent }) => textContent).join(" ");
    if (status.textContent !== words) status.textContent = words;
  }

  async function look() {
    await learn();
    const found = secrets();
    // Whoever has gone on is about to press or type something below, which must not move; it is told at the latest when it is sent.
    if (!found.length || fields.includes(document.activeElement)) show(found);
    if (!found.length) status.textContent = "";
    return found;
  }

  remove.addEventListener("click", () => {
    const found = secrets();
    for (const { field, letters, from, to, type } of found.reverse()) {
      const kind = note.querySelector(`[data-kind=${type}]`).textContent;
      const [start, end] = [from, to].map((at) => letters.slice(0, at).join("").length);
      field.setRangeText(template.dataset.mark.replace("%", () => kind), start, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const { field } = found[0] ?? { field: note.parentNode.querySelector("textarea, input") };
    note.remove();
    field.focus();
    status.textContent = template.dataset.done;
  });

  for (const moved of ["input", "focusin"]) {
    form.addEventListener(moved, () => {
      clearTimeout(timer);
      timer = setTimeout(look, IDLE);
    });
  }
  form.addEventListener("submit", (event) => {
    // Nobody is stopped for what is not known yet.
    if (missing()[0]) return;
    const found = secrets();
    const keys = found.map(({ letters, from, to }) => letters.slice(from, to).join(""));
    if (keys.every((key) => told.has(key))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys.forEach((key) => told.add(key));
    show(found);
    note.focus();
  });
  timer = setTimeout(look, IDLE);
  return { holds: async () => (await learn(), secrets().length > 0) };
}
