// Pieces of files over HTTP. `fetch` cannot say how much of a body has left, so that pieces go by XMLHttpRequest.
import type { Problem } from "@dengta/api";
import { newKey } from "../lib/drafts";
import { ask, server } from "../lib/server";
import { Refused, type Transport } from "../lib/upload";
import { currentLanguage } from "../lib/texts.svelte";

interface Begun {
  id: string;
  offset: number;
  chunk: number;
}

type Calls = (method: string, path: string, init: unknown) => Promise<{ data?: Begun; error?: unknown; response: Response }>;
const request = server.request as unknown as Calls;
const CHUNK = 1 << 20;
/** A piece that takes longer is sent again. */
const PATIENCE_MS = 120_000;

export const transport: Transport = {
  async create({ name, size, type }) {
    const answer = await ask(request("post", "/api/v1/files", { body: { name, size, type: type || undefined }, headers: { "Idempotency-Key": newKey() } }));
    if (!answer.ok) throw refused(answer.problem);
    return { ...answer.value, chunk: answer.value.chunk || CHUNK };
  },

  async offset(id) {
    const answer = await ask(request("get", `/api/v1/files/${id}`, {}));
    if (!answer.ok) throw refused(answer.problem);
    return { offset: answer.value.offset, chunk: answer.value.chunk || CHUNK };
  },

  send: (id, offset, piece, sent) =>
    new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      call.open("PATCH", `/api/v1/files/${id}`);
      call.setRequestHeader("Upload-Offset", String(offset));
      call.setRequestHeader("Content-Type", "application/octet-stream");
      call.setRequestHeader("Accept-Language", currentLanguage());
      call.timeout = PATIENCE_MS;
      call.upload.onprogress = (event) => sent(event.loaded);
      call.onload = () => {
        const told = call.getResponseHeader("Upload-Offset");
        if (call.status < 300) resolve(told === null ? offset + piece.size : Number(told));
        else reject(refused(problemOf(call)));
      };
      call.onerror = call.ontimeout = call.onabort = () => reject(new Refused(null));
      call.send(piece);
    }),
};

/** A file that no message brought: the server need not keep it. */
export async function discard(id: string): Promise<void> {
  await ask(request("delete", `/api/v1/files/${id}`, {}));
}

const refused = (problem: Problem): Refused => new Refused(problem.status === 0 ? null : problem);

function problemOf(call: XMLHttpRequest): Problem {
  const wait = Number(call.getResponseHeader("Retry-After"));
  let told: Partial<Problem> = {};
  try {
    told = JSON.parse(call.responseText) as Partial<Problem>;
  } catch {
    // Something in front of the desk answered.
  }
  return { type: "about:blank", title: "", errors: [], ...told, status: call.status, ...(wait > 0 ? { retryAfter: wait } : {}) };
}

/** Waits, but no longer than until the line is back. */
export function pauseOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
  });
}
