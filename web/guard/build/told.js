// Patterns that go into the packs, so that the script stays small: what stands around a value, made from the words of
// crates/guard/rules. Each repetition is bounded.

/** The names of a password, beside which it is told from afar. */
const NAMES = {
  en: ["password", "passwd", "pw", "passcode"], zh: ["密码", "密碼", "口令"], ja: ["パスワード", "暗証番号", "PW"], ko: ["비밀번호", "비번", "패스워드"],
};
const KEYS = { zh: ["密钥", "密鑰", "秘钥", "金鑰"], ja: ["キー"], ko: ["키"] };
const AWS = "(?<![\\w/+=])(?=[a-f\\d]{0,39}[g-z/+])(?=[a-z/+]{0,39}\\d)[a-z\\d/+]{40}(?![\\w/+=])(?<=\\bA[KS]IA[A-Z\\d]{16}\\b[^]{0,160})";
const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
/** Any of the words; one of Latin letters stands alone where `whole` says so. */
function any(words, whole) {
  const each = words.map((word) => whole ? escaped(word).replace(/^(?=[a-z])/, "\\b").replace(/(?<=[a-z])$/, "\\b") : escaped(word));
  return `(?:${each.join("|")})`;
}

/** For a script, by number: what src/vocabulary.js asks with `says`. `words` gives the words of a section in that script. */
export function said(words) {
  const like = (section, make) => words(section).length ? [make(any(words(section), WHOLE.test(section)))] : [];
  return [
    like("errors", (word) => word),
    like("errors", (word) => `${word}[ :：#-]{0,3}\\d`),
    like("not come", (word) => word),
    like("bonuses", (word) => word),
    like("how questions", (word) => word),
    like("denials", (word) => `^${word}`),
    like("bound", (word) => `${word}[ "'(「“]{0,3}$`),
    like("asserted", (word) => `^.{0,2}${word}`),
    like("joins", (word) => `^["'”」』)），,* ]{0,3}${word}`),
    like("names of two", (word) => word),
    like("counted", (word) => `^${word}`),
    like("inflected", (word) => `${word}$`),
    like("units", (word) => `^${word}`),
    like("units", (word) => `^[\\d.,]+${word}$`),
    like("negations before", (word) => `${word}$`),
    like("negations after", (word) => `^${word}`),
    [...like("prose", (word) => `^${word}$`), ...like("endings", (word) => `${word}$`)],
    like("common", (word) => word),
  ];
}

/** Words of these sections stand alone. */
const WHOLE = /^(?:denials|bound|joins|units|negations before)$/;

/** Values that a pattern finds alone, by kind: api_secret, cvv, password, totp_secret. `words` as above. */
export function told(words, script) {
  const name = any(NAMES[script]);
  const value = "(?=[!-~]{0,31}\\d)(?=[!-~]{0,31}[a-z])[!-~]{5,31}[a-z\\d]";
  // The four digits on the front of an American Express card; the last four of its number are no secret.
  const near = (section) => `[^\\n]{0,40}${any(words(section))}`;
  const sides = `(?=${near("front")})(?=${near("four digits")})(?!${near("last digits")})`;
  const front = `(?<!\\d)\\d{4}(?!\\d)(?<=${any(words("four issuers"))}${sides}[^\\n。\\d]{0,40}(?:4[^\\n。\\d]{1,30})?\\d{4})`;
  return [
    // 40 letters of base64 beside an access key's id of Amazon Web Services.
    script === "en" ? [AWS] : [],
    words("four issuers").length ? [front] : [],
    [
      words("set before").length && `(?<=${name}[^\\n!?;]{0,99}${any(words("set before"))}["“「]?)${value}`,
      words("set behind").length && `(?<![!-~])${value}(?=["」” ]{0,2}${any(words("set behind"))})(?<=${name}[^\\n]{0,120})`,
      ...own[script]?.(name, words) ?? [],
    ].filter(Boolean),
    // A set-up key without capitals and digits.
    script === "en" ? ["(?<=\\b(?:setup|entry|manual) key:? )(?:[a-z2-7]{32}|[a-z2-7]{16})(?![a-z\\d])"]
      : [`(?<=${any(KEYS[script])}[^\\n\\da-z]{0,12}[:：] ?)[a-z2-7]{4}(?: [a-z2-7]{4}){3,7}(?![a-z\\d])`],
  ];
}

/** What one language says so. */
const own = {
  en: (_, words) => [`(?<=\\bpassword(?:'s| is| was) )(?!requir|always|usuall|written|correct)[a-z]{6,20}(?=[ ,(]{1,3}(?:all )?${any(words("spelled"))})`],
  zh: (name, words) => [
    `(?=[一-鿿]{2,8}\\d)(?<=${any(words("pairs"))}[^\\n]{0,60}${name})(?![一-鿿]{0,8}${any(words("not in passwords"))})[一-鿿]{2,8}\\d{2,8}(?![\\w一-鿿])`,
    `(?<=${name}[^\\n。，]{0,4}(?:${any(words("spelled"))}))[a-z]{6,20}`,
    `(?<=${name}[^\\n。，\\d]{0,4}(?:记得|記得|应该|應該|好像|可能)是)\\d{6,8}(?![\\w%.元个個])`,
  ],
  ja: (name, words) => [
    `(?<=${name}は[^\\n。]{0,9}${any(words("spelled"))}で ?)[a-z]{6,20}`,
    "(?<=(?:合言葉|合い言葉)は?「)(?![^」]{0,20}(?:です|ます|ない))[^⟦」。、\\n]{3,20}(?=」)",
  ],
  ko: (name, words) => [`(?<![가-힣])[가-힣]{2,8}\\d{2,8}(?= [가-힣 ]{1,15}${name} ?${any(words("asserted"))})`],
};
