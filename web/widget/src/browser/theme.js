// Light or dark by the host's wish, whatever the device prefers. The tokens stand in `prefers-color-scheme` queries, the brand's own
// colours too; so it is the queries that are told.

const before = new WeakMap();

function* schemeRules(rules) {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule && /prefers-color-scheme/.test(before.get(rule) ?? rule.media.mediaText)) yield rule;
    if ("cssRules" in rule) yield* schemeRules(rule.cssRules);
  }
}

export function applyTheme(theme) {
  const root = document.documentElement;
  root.style.colorScheme = theme === "auto" ? "" : theme;
  for (const sheet of document.styleSheets) {
    for (const rule of schemeRules(sheet.cssRules)) {
      if (!before.has(rule)) before.set(rule, rule.media.mediaText);
      const asked = before.get(rule);
      const forDark = /dark/.test(asked) !== /\bnot\b/.test(asked);
      rule.media.mediaText = theme === "auto" ? asked : forDark === (theme === "dark") ? "all" : "not all";
    }
  }
}
