import { text } from "../lib/texts.svelte";
import type { Why } from "./related.svelte";

/** Why a ticket is likely the same, in words. */
export const whyText = (why: readonly Why[]): string => why.map((each) => text(`why-${each.replace("_", "-")}`)).join(" · ");
