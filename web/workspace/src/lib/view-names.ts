/** The views that every desk has, in their order. */
export const views = ["mine", "team", "unassigned", "open", "waiting", "snoozed", "closed", "spam"] as const;
export type BuiltIn = (typeof views)[number];
