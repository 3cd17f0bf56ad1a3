// Names by number: how a mention in a note is read.
import { colleagues } from "../people/colleagues.svelte";

export const agentName = (number: string): string | undefined => colleagues().find((agent) => agent.number === number)?.name;
