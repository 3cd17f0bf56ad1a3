import type { Line } from "@dengta/api";
import { tick } from "svelte";
import { run } from "../lib/commands";
import { take } from "./lines.svelte";

/** Takes it, and is at the composer: its customer waits for a word. */
export async function takeAndAnswer(line: Line): Promise<void> {
  const taking = take(line);
  await tick();
  const there = run("reply");
  // What had to be read first is answered once it is there.
  if ((await taking) && !there) run("reply");
}
