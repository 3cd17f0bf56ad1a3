// For forms: keeps drafts on this device until the server has them, counts characters, sends files beforehand, shows what may
// answer already. Comfort only: every form works without this.
"use strict";

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
  const notTyped = ["submit", "file", "checkbox"];
  const controls = [...form.elements].filter((control) => control.name && !notTyped.includes(control.type));
  const typed = controls.filter((control) => control.type !== "hidden");
  const draft = drafts.read(key);
  // What the server gives back after an error is newer than the draft. The draft brings its own idempotency key, so
  // that sending it again after a lost answer is still the same sending.
  const fresh = "fresh" in form.dataset || typed.every((control) => control.value === "");
  if (draft && fresh) {
    // A question that was searched for stands in a form that nobody has sent yet; what was typed before wins over nothing.
    for (const control of controls) control.value = draft[control.name] || control.value;
    for (const fold of form.querySelectorAll("details")) {
      fold.open ||= [...fold.querySelectorAll("[name]")].some((control) => control.value !== "");
    }
  }
  form.addEventListener("input", () => {
    if (typed.every((control) => control.value === "")) drafts.drop(key);
    else drafts.write(key, Object.fromEntries(controls.map((control) => [control.name, control.value])));
  });
}

// What seems to be a secret is told before it is sent. The script that knows comes with the first letter that is typed.
const note = document.querySelector("[data-guard]");
let guard;
const watching = new WeakMap();
const guarded = (form) => {
  guard ??= import(note.dataset.guard).catch(() => null);
  if (!watching.has(form)) watching.set(form, guard.then((script) => script?.watch(form, note)));
  return watching.get(form);
};
if (note) {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    form.addEventListener("input", () => guarded(form), { once: true });
  }
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

// Files: each is sent at once, in parts; it goes on by itself after the line broke and after a reload, for the browser
// keeps it until the form is sent. Only its id comes with the form.
const shelf = new Promise((done) => {
  try {
    const asked = indexedDB.open("dengta-files", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("files", { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => done(null);
  } catch { done(null); }
});
async function shelve(mode, act) {
  const base = await shelf;
  return base && new Promise((done) => {
    try {
      const asked = act(base.transaction("files", mode).objectStore("files"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = (event) => { event.preventDefault(); done(null); };
    } catch { done(null); }
  });
}
const keep = ({ key, form, url, id, name, size, file }) =>
  shelve("readwrite", (files) => files.put({ key, form, url, id, name, size, file }));
const forget = (key) => shelve("readwrite", (files) => files.delete(key));
const keptFor = async (form) => ((await shelve("readonly", (files) => files.getAll())) ?? []).filter((row) => row.form === form);
if (done) keptFor(done).then((rows) => rows.forEach((row) => forget(row.key)));

// `fetch` does not tell how far it has sent.
const ask = (method, url, body, headers = {}, told = () => {}) => new Promise((answer, broke) => {
  const request = new XMLHttpRequest();
  request.open(method, url);
  request.responseType = "json";
  request.timeout = 120000;
  for (const [name, value] of Object.entries({ accept: "application/json", ...headers })) request.setRequestHeader(name, value);
  request.upload.onprogress = (event) => told(event.loaded);
  request.onload = () => answer({ status: request.status, json: request.response ?? {}, header: (name) => request.getResponseHeader(name) });
  request.onerror = request.ontimeout = broke;
  request.send(body);
});

// A flood of files costs work: a number that makes the hash begin with so many zero bits.
async function work(challenge) {
  const bits = parseInt(challenge, 10);
  for (let number = 0; ; number++) {
    const answer = `${challenge}:${number}`;
    const hash = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(answer)));
    if (Math.clz32(hash.getUint32(0)) >= bits) return answer;
  }
}

const inWords = (bytes) => bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

for (const field of document.querySelectorAll("[data-files]")) {
  const { files: base, count, megabytes, remove, failed, waiting, large, many, busy } = field.dataset;
  const form = field.closest("form");
  const [list, input] = [field.querySelector("ul"), field.querySelector("[type=file]")];
  const rows = new Set();
  const queue = [];
  let sending = 0;
  input.removeAttribute("name");
  list.setAttribute("aria-live", "polite");

  function show(row) {
    const make = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });
    row.li = make("li");
    row.bar = Object.assign(make("progress"), { max: row.size, value: 0 });
    row.bar.setAttribute("aria-label", row.name);
    row.id_ = Object.assign(make("input"), { type: "hidden", name: "files", disabled: true });
    row.state = make("p");
    const button = Object.assign(make("button", "×"), { type: "button", className: "plain", title: remove.replace("%", () => row.name) });
    button.setAttribute("aria-label", button.title);
    button.onclick = () => { drop(row); input.focus(); };
    row.li.append(make("bdi", row.name), make("small", inWords(row.size)), button, row.bar, row.state, row.id_);
    list.append(row.li);
    rows.add(row);
  }
  function say(row, text, wrong) {
    row.state.textContent = text;
    row.state.className = wrong ? "error" : "hint";
  }
  function ready(row, { id, file }) {
    Object.assign(row, { id, ready: true, name: file?.name ?? row.name });
    row.id_.value = id;
    row.id_.disabled = false;
    row.li.querySelector("bdi").textContent = row.name;
    row.bar.remove();
    say(row, "");
    keep(row);
  }
  function fail(row, text) {
    row.failed = true;
    row.bar.remove();
    say(row, text, true);
    forget(row.key);
  }
  function drop(row) {
    row.gone = true;
    rows.delete(row);
    row.li.remove();
    forget(row.key);
    if (row.url && !row.failed) ask("DELETE", row.url).catch(() => {});
  }

  // One try: announces the file, or asks how far it came, and sends on from there. Throws when the line breaks.
  async function attempt(row) {
    const refused = ({ status, json }) => {
      if (status >= 500 || status === 429) throw status;
      fail(row, json.errors?.[0]?.message ?? json.detail ?? failed);
    };
    let at;
    if (row.url) {
      const answer = await ask("GET", row.url);
      if (answer.status === 200) at = answer.json;
      else if (answer.status !== 404) return refused(answer);
      else if (!row.file) return drop(row);
      else row.url = null;
    }
    if (!row.url) {
      const body = JSON.stringify({ name: row.name, size: row.size, type: row.file.type });
      const headers = { "content-type": "application/json" };
      let answer = await ask("POST", base, body, headers);
      if (answer.status === 428 && window.crypto?.subtle) {
        answer = await ask("POST", base, body, { ...headers, "upload-work": await work(answer.header("upload-work")) });
      }
      if (answer.status !== 201) return refused(answer);
      at = answer.json;
      Object.assign(row, { id: at.id, url: at.url });
      keep(row);
    }
    while (!row.gone) {
      if (at.state === "ready") return ready(row, at);
      let offset = at.offset;
      const part = row.file.slice(offset, offset + Math.min(row.chunk ?? at.chunk, at.chunk));
      const answer = await ask("PATCH", row.url, part, { "upload-offset": offset, "content-type": "application/octet-stream" },
        (sent) => { row.bar.value = offset + sent; });
      if (answer.status === 409) { at = { ...at, offset: Number(answer.header("upload-offset")) }; continue; }
      if (answer.status !== 200) return refused(answer);
      at = answer.json;
      row.bar.value = at.offset;
      say(row, "");
    }
  }
  async function send(row) {
    for (let pause = 500; !row.gone && !row.failed && !row.ready; pause = Math.min(pause * 2, 15000)) {
      try { await attempt(row); } catch {
        // Smaller parts get through a line that breaks often.
        row.chunk = Math.max(65536, (row.chunk ?? 524288) / 2);
        say(row, waiting);
        await new Promise((go) => { setTimeout(go, pause); addEventListener("online", go, { once: true }); });
      }
    }
  }
  async function next() {
    if (sending >= 2 || !queue.length) return;
    sending++;
    await send(queue.shift());
    sending--;
    next();
  }
  function start(row) {
    row.form = form.dataset.draft;
    show(row);
    queue.push(row);
    next();
  }
  function add(chosen) {
    for (const file of chosen) {
      const row = { key: `${Date.now()}-${Math.random()}`, name: file.name, size: file.size, file };
      const problem = rows.size + list.querySelectorAll("[type=checkbox]:checked").length >= count ? many
        : file.size > megabytes * 1048576 ? large.replace("%", () => file.name) : "";
      if (!problem) start(row);
      else { show(row); fail(row, problem); }
    }
  }

  input.addEventListener("change", () => { add([...input.files]); input.value = ""; });
  form.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) { event.preventDefault(); add([...event.clipboardData.files]); }
  });
  form.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); field.classList.add("over"); }
  });
  form.addEventListener("dragleave", () => field.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    field.classList.remove("over");
    if (event.dataTransfer.files.length) { event.preventDefault(); add([...event.dataTransfer.files]); }
  });
  form.addEventListener("submit", (event) => {
    const open = [...rows].find((row) => !row.ready && !row.failed);
    if (!open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(open, busy);
    field.scrollIntoView({ block: "nearest" });
  });
  // What the server lists already needs no second line.
  const listed = new Set([...list.querySelectorAll("[type=checkbox]")].map((box) => box.value));
  if (done !== form.dataset.draft) keptFor(form.dataset.draft).then((before) => {
    for (const row of before) if (listed.has(row.id)) forget(row.key); else start(row);
  });
}

// While one writes, passages of articles that may answer already. They stand below what is typed and take nothing from it.
for (const box of document.querySelectorAll("[data-fits]")) {
  const { fits: url, tab, solved } = box.dataset;
  const [form, list] = [box.closest("form"), box.querySelector("ul")];
  const make = (name, more, ...inside) => {
    const element = Object.assign(document.createElement(name), more);
    element.append(...inside);
    return element;
  };
  let [turn, timer, asked] = [0, undefined, ""];
  function shown({ title, href, lang, snippet, solved: action, language }) {
    const link = make("a", { href, target: "_blank", rel: "noopener" }, title, make("span", { className: "unseen" }, ` (${tab})`));
    const words = make("p", {}, ...snippet.map(({ text, marked }) => marked ? make("mark", {}, text) : text));
    if (lang) for (const element of [link, words]) element.lang = lang;
    const button = make("button", { className: "quiet", formAction: action, name: "language", value: language }, solved);
    button.setAttribute("form", "solved");
    return make("li", {}, make("div", {}, link, words), button);
  }
  async function look() {
    const typed = `${form.elements.subject.value} ${form.elements.body.value}`.trim();
    const question = [...typed].slice(0, 300).join("");
    // A word or two say too little.
    if (question === asked || question.length < 4) return;
    const mine = ++turn;
    // No secret is searched for.
    if (await (note && guarded(form))?.then((watched) => watched?.holds())) return;
    try {
      const answer = await fetch(`${url}?${new URLSearchParams({ q: question })}`, { headers: { accept: "application/json" } });
      const { results = [] } = await answer.json();
      if (mine !== turn) return;
      asked = question;
      // What somebody is about to press stays where it is.
      if (box.contains(document.activeElement)) return;
      list.replaceChildren(...results.map(shown));
      box.hidden = !results.length;
    } catch { /* the form needs none */ }
  }
  form.addEventListener("input", ({ target }) => {
    if (target.name !== "subject" && target.name !== "body") return;
    clearTimeout(timer);
    timer = setTimeout(look, 700);
  });
  look();
}
