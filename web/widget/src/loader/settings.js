// What the host's page says about the bubble, read leniently: a wrong value is as good as none.

export const LANGUAGES = ["zh-CN", "zh-TW", "en", "ko", "ja"];

/** The nearest of our languages to what pages and browsers write; English when there is none. */
export function languageOf(...tags) {
  for (const tag of tags) {
    const wanted = String(tag ?? "").toLowerCase().replaceAll("_", "-");
    if (/^zh(-hant|-tw|-hk|-mo)/.test(wanted)) return "zh-TW";
    if (/^zh\b/.test(wanted)) return "zh-CN";
    const found = LANGUAGES.find((language) => wanted.split("-")[0] === language);
    if (found) return found;
  }
  return "en";
}

const number = (value, otherwise) => (value !== undefined && value !== "" && Number.isFinite(Number(value)) ? Number(value) : otherwise);
export const positionOf = (value) => (value === "left" ? "left" : "right");
export const themeOf = (value) => (value === "light" || value === "dark" ? value : "auto");

/** From the script's `dataset`. Below the height of most cookie banners, above most of a page's own. */
export function settingsFrom(data, ...languages) {
  return {
    language: languageOf(data.language, ...languages),
    position: positionOf(data.position),
    theme: themeOf(data.theme),
    hidden: "hidden" in data && data.hidden !== "false",
    offsetX: number(data.offsetX, 20),
    offsetY: number(data.offsetY, 20),
    zIndex: number(data.zIndex, 9000),
  };
}
