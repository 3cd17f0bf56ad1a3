import { text } from "../lib/texts.svelte";
import { tell } from "../lib/undo.svelte";
import { sound } from "./choices.svelte";
import { play, unlock } from "./sound";

/** Whoever switches it on hears what it is. */
export function toggleSound(): void {
  sound.on = !sound.on;
  if (sound.on) {
    unlock();
    play("offer");
  }
  tell(text(sound.on ? "sound-on" : "sound-off"));
}
