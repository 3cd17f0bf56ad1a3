// What a screen reader is told about things that happen by themselves.
import { untrack } from "svelte";

let said = $state("");

export const announcement = (): string => said;

export function announce(sentence: string): void {
  // The same sentence twice is read twice only when it changes in between.
  said = untrack(() => said) === sentence ? `${sentence}\u00a0` : sentence;
}
