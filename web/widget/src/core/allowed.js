// What the server's HTML may consist of here. It comes sanitised; this is the second look.

const ELEMENTS = new Set(
  "P BR HR B STRONG I EM U S DEL A UL OL LI CODE PRE BLOCKQUOTE H1 H2 H3 H4 H5 H6 SPAN DIV TABLE THEAD TBODY TR TH TD KBD SUP SUB BDI".split(" "),
);
/** Their text is no text for people. */
const SILENT = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH TITLE TEXTAREA SELECT".split(" "));
const ATTRIBUTES = new Set(["lang", "dir"]);

/** "keep", "unwrap" (its text stays) or "drop". */
export function fate(tag) {
  const name = tag.toUpperCase();
  return SILENT.has(name) ? "drop" : ELEMENTS.has(name) ? "keep" : "unwrap";
}

export function attributeStays(tag, name, value) {
  if (tag.toUpperCase() === "A" && name === "href") return safeHref(value) !== null;
  return ATTRIBUTES.has(name) || (name === "start" && tag.toUpperCase() === "OL" && /^\d{1,4}$/.test(value));
}

/** A web or mail address, or a path of the desk's own; null for all that could run. */
export function safeHref(value) {
  const href = String(value ?? "").trim();
  if (/^(https?:\/\/|mailto:)/i.test(href)) return href;
  return /^[/#?](?![/\\])/.test(href) ? href : null;
}
