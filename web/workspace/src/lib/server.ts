import { createDengtaClient, outcome, type Outcome } from "@dengta/api";
import { noteAnswer } from "./connection.svelte";
import { currentLanguage } from "./texts.svelte";

export const server = createDengtaClient(currentLanguage);

let whenSignedOut: () => void = () => {};
export function onSignedOut(act: () => void): void {
  whenSignedOut = act;
}

/** Asks the server on behalf of the signed-in agent: notes the connection and the end of the session. */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Outcome<T>> {
  const answer = await outcome(call);
  noteAnswer(answer.ok ? 200 : answer.problem.status);
  if (!answer.ok && answer.problem.status === 401) whenSignedOut();
  return answer;
}

/** All pages of a short list. */
export async function askAll<T>(
  page: (after: string | undefined) => Promise<{ data?: { results: T[]; next?: string | null }; error?: unknown; response: Response }>,
): Promise<Outcome<T[]>> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const answer = await ask(page(after));
    if (!answer.ok) return answer;
    all.push(...answer.value.results);
    after = answer.value.next ?? undefined;
  } while (after);
  return { ok: true, value: all };
}

/** For addresses that the server's description does not name yet. */
export function call<T>(
  method: "get" | "post" | "put" | "delete",
  path: string,
  { query, body, headers }: { query?: Record<string, string | number | undefined>; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ data?: T; error?: unknown; response: Response }> {
  const request = server.request as unknown as (method: string, path: string, init: unknown) => Promise<{ data?: T; error?: unknown; response: Response }>;
  return request(method, path, { params: { query }, ...(headers ? { headers } : {}), ...(body === undefined ? {} : { body }) });
}
