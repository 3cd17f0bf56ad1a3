export const sections = ["agents", "teams", "categories", "macros", "tags", "views", "channels", "chat", "languages", "hours", "theme", "official", "secrets"] as const;
export type Section = (typeof sections)[number];
