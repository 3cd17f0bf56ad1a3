export const languages = ["zh-CN", "zh-TW", "en", "ko", "ja"] as const;
export type Language = (typeof languages)[number];

/** The best of our languages for a list of wishes, most wanted first. */
export function bestLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const exact = languages.find((language) => language.toLowerCase() === wish.toLowerCase());
    if (exact) return exact;
    const [primary, ...rest] = wish.toLowerCase().split("-");
    if (primary === "zh") return rest.some((part) => ["tw", "hk", "mo", "hant"].includes(part)) ? "zh-TW" : "zh-CN";
    const near = languages.find((language) => language === primary);
    if (near) return near;
  }
  return "en";
}
