// A visitor of the exchange's site who talks with the desk, by the API that the widget uses.

import { randomUUID } from "node:crypto";

export const PAGE = { url: "https://www.exchange.example/withdraw?coin=usdt", title: "Withdraw USDT" };

/** A visitor with a session; nothing was said yet. */
export async function newVisitor(desk, { language = "en", page = PAGE } = {}) {
  let token = null;

  async function ask(method, path, body) {
    const headers = { "Content-Type": "application/json", "Accept-Language": language, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(`${desk.origin}/api/v1/chat${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }

  ({ token } = await ask("POST", "/sessions", { language, page, time_zone: "Asia/Shanghai" }));
  return {
    say: (text) => ask("POST", "/messages", { id: randomUUID(), text, files: [] }),
    askForPerson: (category) => ask("POST", "/person", category ? { category } : {}),
    leaveAddress: (email, name) => ask("POST", "/contact", { email, name }),
    read: (number) => ask("POST", "/seen", { number }),
    type: (on) => ask("POST", "/typing", { on }),
    chat: () => ask("GET", ""),
    entries: async (after = 0) => (await ask("GET", `/entries?after=${after}&limit=200`)).results,
  };
}
