// How a text will look, as the server draws it: asked a moment after the last letter.
import type { ArticlePreview, Problem } from "@dengta/api";
import { preview } from "./api";

const DRAWN_MS = 350;

export class Drawn {
  page = $state.raw<ArticlePreview | null>(null);
  problem = $state.raw<Problem | null>(null);
  #wanted = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  draw(language: string, body: string): void {
    const wanted = `${language} ${body}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(language, body), this.page ? DRAWN_MS : 0);
  }

  async #ask(language: string, body: string): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const answer = await preview(language, body);
    if (mine !== this.#asked) return;
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.page = answer.value;
    // Asked again with the next letter.
    else this.#wanted = "";
  }
}
