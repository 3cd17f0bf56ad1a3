// Asks the desk. What goes wrong comes as a Problem, which says what happened in the visitor's language.

import { retryAfter } from "../core/backoff.js";

const BASE = "/api/v1/chat";
/** An answer that takes longer than this does not come any more, in milliseconds. */
const LIMIT = 30_000;

/** Safari learned this in version 16. */
const within = (time) => AbortSignal.timeout?.(time);

export class Problem extends Error {
  constructor(status, told = {}, pause = null) {
    super(told.errors?.[0]?.message ?? told.detail ?? told.title ?? "");
    this.status = status;
    this.code = told.errors?.[0]?.code ?? String(told.type ?? "").split(/[/:#]/).pop();
    this.pause = pause;
  }
}

export function createApi({ token, language }) {
  const headers = (more) => {
    const all = new Headers({ "accept-language": language(), ...more });
    if (token()) all.set("authorization", `Bearer ${token()}`);
    return all;
  };

  /** The answer itself, of any method. Status 0: nothing came back. */
  async function ask(method, path, { body = undefined, signal = within(LIMIT), accept = "application/json" } = {}) {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const more = sent === undefined ? { accept } : { accept, "content-type": "application/json" };
    let answer;
    try {
      answer = await fetch(BASE + path, { method, headers: headers(more), body: sent, signal, cache: "no-store" });
    } catch {
      throw new Problem(0);
    }
    if (answer.ok) return answer;
    throw new Problem(answer.status, await answer.json().catch(() => ({})), retryAfter(answer.headers.get("retry-after")));
  }
  const json = async (answer) => (answer.status === 204 || answer.status === 202 ? null : answer.json().catch(() => { throw new Problem(0); }));

  return {
    ask, headers, base: BASE, token,
    get: async (path) => json(await ask("GET", path)),
    post: async (path, body = {}) => json(await ask("POST", path, { body })),
    patch: async (path, body) => json(await ask("PATCH", path, { body })),
    blob: async (path) => (await ask("GET", path, { accept: "*/*", signal: within(10 * LIMIT) })).blob(),
    socket: (path) => `${location.origin.replace(/^http/, "ws")}${BASE}${path}`,
  };
}
