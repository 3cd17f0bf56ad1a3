// Files of the message that is being written: each is sent at once, in parts; it goes on by itself after the line broke and after a
// reload. Only its id goes with the message. The protocol is that of the forms (crates/dengta/assets/form.js).

import { backoff } from "../core/backoff.js";
import { newId } from "../core/outbox.js";
import { alone } from "./lock.js";
import { shelf } from "./shelf.js";
import { request, work } from "./parts.js";

const [AT_ONCE, LEAST, FIRST] = [2, 65_536, 524_288];

export function createUploads({ api, session, language, limits, words, changed }) {
  let rows = [];
  let sending = 0;
  const set = (row, change) => { Object.assign(row, change); changed(); };
  const path = (row) => `${api.base}/files/${row.id}`;

  function fail(row, reason) {
    set(row, { state: "failed", reason });
    shelf.forget(row.key);
  }
  function refused(row, { status, json }) {
    if (status >= 500 || status === 429 || status === 401) {
      if (status === 401) session.over();
      throw status;
    }
    fail(row, json.errors?.[0]?.message ?? json.detail ?? words("file-failed"));
  }

  /** One try: announces the file, or asks how far it came, and sends on from there. Throws when the line breaks. */
  async function attempt(row) {
    await session.ensure(language());
    const ask = (method, url, body, more, told) => request(method, url, body, { ...Object.fromEntries(api.headers()), ...more }, told);
    let at;
    if (row.id) {
      const answer = await ask("GET", path(row));
      if (answer.status === 200) at = answer.json;
      else if (answer.status !== 404) return refused(row, answer);
      else row.id = null;
    }
    if (!row.id) {
      const body = JSON.stringify({ name: row.name, size: row.size, type: row.type });
      const json = { "content-type": "application/json" };
      let answer = await ask("POST", `${api.base}/files`, body, json);
      // A flood of files costs a little work; the desk says how much.
      if (answer.status === 428 && crypto.subtle) answer = await ask("POST", `${api.base}/files`, body, { ...json, "upload-work": await work(answer.header("upload-work")) });
      if (answer.status !== 201) return refused(row, answer);
      at = answer.json;
      row.id = at.id;
      shelf.keep(row);
    }
    while (!row.gone) {
      if (at.state === "ready") return ready(row, at);
      const size = Math.min(row.part ?? FIRST, at.chunk ?? FIRST);
      const part = row.file.slice(at.offset, at.offset + size);
      const more = { "upload-offset": String(at.offset), "content-type": "application/octet-stream" };
      const answer = await ask("PATCH", path(row), part, more, (sent) => set(row, { offset: at.offset + sent }));
      if (answer.status === 409) at = { ...at, offset: Number(answer.header("upload-offset")) };
      else if (answer.status !== 200) return refused(row, answer);
      else at = answer.json;
      set(row, { offset: at.offset, state: "sending" });
    }
  }
  function ready(row, at) {
    set(row, { state: "ready", offset: row.size, name: at.file?.name ?? row.name, seen: at.file ?? null });
    shelf.keep(row);
  }
  async function send(row) {
    for (let tries = 0; !row.gone && row.state !== "failed" && row.state !== "ready"; tries++) {
      try {
        await attempt(row);
      } catch {
        // Smaller parts get through a line that breaks often.
        row.part = Math.max(LEAST, (row.part ?? FIRST) / 2);
        set(row, { state: "waiting" });
        await new Promise((go) => { setTimeout(go, backoff(tries, { least: 500, most: 15_000 })); addEventListener("online", go, { once: true }); });
      }
    }
  }
  async function next() {
    const row = rows.find(({ state }) => state === "queued");
    if (sending >= AT_ONCE || !row) return;
    sending++;
    set(row, { state: "sending" });
    next();
    await send(row);
    sending--;
    next();
  }

  return {
    rows: () => rows,
    busy: () => rows.some(({ state }) => state !== "ready" && state !== "failed"),
    add(files) {
      for (const file of files) {
        const { name, size, type } = file;
        const row = { key: newId(), id: null, name, size, type, file, offset: 0, state: "queued", reason: "" };
        rows = [...rows, row];
        if (rows.filter(({ state }) => state !== "failed").length > limits.files) fail(row, words("files-many", { max: limits.files }));
        else if (size > limits.megabytes * 1_048_576) fail(row, words("file-large", { name, max: limits.megabytes }));
      }
      changed();
      next();
    },
    remove(key) {
      const row = rows.find((each) => each.key === key);
      if (!row) return;
      row.gone = true;
      rows = rows.filter((each) => each !== row);
      shelf.forget(key);
      if (row.id && row.state !== "failed") api.ask("DELETE", `/files/${row.id}`).catch(() => {});
      changed();
    },
    /** What goes with the message now; the list is empty then. */
    take() {
      const taken = rows.filter(({ state }) => state === "ready");
      for (const { key } of rows) shelf.forget(key);
      rows = [];
      changed();
      return taken.map(({ id, name, size, type, seen }) => ({ id, name, size, type: seen?.type ?? type, thumbnail: !!seen?.thumbnail }));
    },
    /** After a reload. Only one tab goes on with them. */
    async restore() {
      if (!(await alone("files")) || !session.token()) return;
      const kept = await shelf.all();
      rows = [...rows, ...kept.filter(({ key }) => !rows.some((row) => row.key === key)).map((row) => ({ ...row, offset: 0, state: "queued", reason: "" }))];
      changed();
      next();
      next();
    },
  };
}
