// What the search box offers while something is typed; the server knows filters and their values.
import type { Suggestion } from "@dengta/api";
import { ask, server } from "../lib/server";

const WAIT_MS = 120;

export class Suggestions {
  found = $state.raw<readonly Suggestion[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  type(typed: string): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const mine = this.#asked;
    this.#timer = setTimeout(async () => {
      const answer = await ask(server.GET("/api/v1/search/suggestions", { params: { query: { q: typed } } }));
      // An answer to letters that have changed since is no answer.
      if (mine === this.#asked) this.found = answer.ok ? answer.value.results : [];
    }, WAIT_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.found = [];
  }
}
