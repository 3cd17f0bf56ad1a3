import createClient from "openapi-fetch";
import type { paths } from "./schema";

/** From one code point of a text to another. */
export interface Stretch {
  start: number;
  end: number;
}

/** A problem+json of the server, or `status: 0` when no answer came at all. */
export interface Problem {
  type: string;
  status: number;
  title: string;
  detail?: string;
  errors: { field: string; code: string; message: string }[];
  request_id?: string;
  /** Seconds until the server will listen again (429, 503). */
  retryAfter?: number;
  /** Where the message asks for a secret, and what to say instead (asks-for-secret). */
  asks?: { what: string; span: Stretch; sentence: Stretch; better: string };
  /** How many public entries are newer than what the caller had seen (conversation-moved). */
  newer?: number;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** An answer that takes longer is treated as none: the same request can be sent again with its key. */
const PATIENCE_MS = 20_000;

export function createDengtaClient(language: () => string) {
  const client = createClient<paths>({
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }),
  });
  client.use({
    onRequest({ request }) {
      request.headers.set("Accept-Language", language());
      request.headers.set("Accept", "application/json, application/problem+json");
    },
  });
  return client;
}

/** Turns a call into a value or a problem; never throws. */
export async function outcome<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await call;
    if (response.ok) return { ok: true, value: data as T };
    return { ok: false, problem: problemOf(error, response) };
  } catch {
    return { ok: false, problem: { type: "about:blank", status: 0, title: "", errors: [] } };
  }
}

function problemOf(error: unknown, response: Response): Problem {
  const told = (typeof error === "object" && error !== null ? error : {}) as Partial<Problem>;
  const wait = Number(response.headers.get("Retry-After"));
  return {
    ...told,
    type: told.type ?? "about:blank",
    status: response.status,
    title: told.title ?? "",
    errors: told.errors ?? [],
    ...(wait > 0 ? { retryAfter: wait } : {}),
  };
}
