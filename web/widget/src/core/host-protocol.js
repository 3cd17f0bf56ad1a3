// What may pass between the host's page and the panel. The host's page is a stranger: it can open and close the panel, and say
// language, theme and who is signed in. Of the conversation it hears nothing but how many messages are unread.

const LONGEST = 8192;
const THEMES = ["light", "dark", "auto"];

/** A message of the host's page as it may be used, or null. */
export function parse(data, languages) {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  const { type, value } = data;
  if (type === "open" || type === "close" || type === "bye") return { type };
  if (typeof value !== "string" || value.length > LONGEST) return null;
  if (type === "language" && languages.includes(value)) return { type, value };
  if (type === "theme" && THEMES.includes(value)) return { type, value };
  if (type === "identify") return { type, value };
  return null;
}

/** Lets `most` pass within each second. */
export function limiter(most = 20, now = Date.now) {
  let [since, passed] = [0, 0];
  return () => {
    if (now() - since >= 1000) [since, passed] = [now(), 0];
    return ++passed <= most;
  };
}

/** What the address says about the page around: only a web address without its query, and a short title. */
export function pageFrom(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const title = (said.get("title") ?? "").slice(0, 200);
  try {
    const url = new URL(said.get("page") ?? "");
    if (!/^https?:$/.test(url.protocol)) return null;
    return { url: (url.origin + url.pathname).slice(0, 2000), title };
  } catch {
    return null;
  }
}
