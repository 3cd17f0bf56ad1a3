// The palette: one list for commands, views and people, and for every question with a list as its answer.
//
//   openPalette();                                                  // Ctrl/Cmd K
//   openPalette({ title: text("assign"), choices: () => agents.map(…) });   // a question of its own
//   also({ choices: () => macros.map(…) });                         // while shown, part of Ctrl/Cmd K
import { onDestroy } from "svelte";
import type { CommandId } from "./command-table";

export interface Choice {
  id: string;
  label: string;
  /** Beside the label. */
  hint?: string;
  /** The heading it stands under. */
  group?: string;
  /** Its key is printed beside it. */
  command?: CommandId;
  /** Found by these too. */
  words?: string;
  /** Already so. */
  on?: boolean;
  run(): unknown;
}

export interface Question {
  title: string;
  placeholder?: string;
  choices(typed: string): readonly Choice[] | Promise<readonly Choice[]>;
  /** What was typed as an answer of its own: a new tag. */
  free?(typed: string): Choice | null;
}

let asked = $state.raw<Question | "commands" | null>(null);
const sources = new Set<Pick<Question, "choices">>();

export const palette = {
  get asked() {
    return asked;
  },
  get sources() {
    return [...sources];
  },
};

export function openPalette(question?: Question): void {
  asked = question ?? "commands";
}

export function closePalette(): void {
  asked = null;
}

/** While the component, in whose initialisation this is called, is shown. */
export function also(source: Pick<Question, "choices">): void {
  sources.add(source);
  onDestroy(() => void sources.delete(source));
}
