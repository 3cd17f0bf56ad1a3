// Where things are.

import { join, resolve } from "node:path";

export const repository = resolve(import.meta.dirname, "../..");

/** The desk's program; `cargo xtask test` says which. */
export const program = process.env.DENGTA_BIN ?? join(repository, "target/debug/dengta");

/** Where the pictures go. */
export const pictures = process.env.DENGTA_SCREENSHOTS ?? join(repository, "target/screenshots");
