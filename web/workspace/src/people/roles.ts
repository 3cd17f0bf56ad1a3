import type { Role } from "@dengta/api";

export const roles = ["agent", "lead", "editor", "auditor", "admin"] as const satisfies readonly Role[];
