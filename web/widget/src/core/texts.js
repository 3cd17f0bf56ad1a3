// The panel's sentences, and how numbers and times are said in its language.

/** `{name}` is replaced; isolation marks that Fluent may put around a variable go. */
export function fill(template, values = {}) {
  return template.replace(/[\u2068\u2069]/g, "").replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

const cache = new Map();
/** Intl's formatters are costly to make. */
function format(Kind, language, options) {
  const key = `${Kind.name}${language}${JSON.stringify(options)}`;
  if (!cache.has(key)) cache.set(key, new Kind(language, options));
  return cache.get(key);
}

export function createTexts(start) {
  const { language } = start;
  const number = (value, options = {}) => format(Intl.NumberFormat, language, options).format(value);
  const date = (value, options) => format(Intl.DateTimeFormat, language, options).format(new Date(value));
  const t = (id, values) => fill(start.texts[`widget-${id}`] ?? "", values);
  const clock = (at) => date(at, { hour: "numeric", minute: "2-digit" });
  const dayOf = (at) => new Date(at).toDateString();

  return {
    t, number, language,
    clock,
    /** Both, for what is pointed at. */
    moment: (at) => date(at, { dateStyle: "long", timeStyle: "long" }),
    /** A time of today as a time, else with its day. */
    when: (at, now = Date.now()) => (dayOf(at) === dayOf(now) ? clock(at) : date(at, { weekday: "long", hour: "numeric", minute: "2-digit" })),
    day(at, now = Date.now()) {
      if (dayOf(at) === dayOf(now)) return t("today");
      if (dayOf(at) === dayOf(now - 86_400_000)) return t("yesterday");
      const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
      return date(at, { year, month: "long", day: "numeric", weekday: "long" });
    },
    dayOf,
    /** One sentence after another: Chinese and Japanese have no space between. */
    sentences: (...all) => all.filter(Boolean).join(/^(zh|ja)/.test(language) ? "" : " "),
    bytes(count) {
      const [size, unit] = count < 1024 ? [count, "byte"] : count < 1_048_576 ? [count / 1024, "kilobyte"] : [count / 1_048_576, "megabyte"];
      return number(size, { style: "unit", unit, maximumFractionDigits: unit === "megabyte" ? 1 : 0 });
    },
    /** The agent's name and number, the assistant, or the desk. */
    author(entry) {
      if (entry.from === "assistant") return t("assistant");
      if (entry.author?.number) return t("with-agent", entry.author);
      return entry.author?.name ?? t(entry.from === "customer" ? "you" : "desk");
    },
  };
}
