// What a message repeats from an earlier one, to be folded away: quoted lines, with the line that names who said them.

export interface Segment {
  quoted: boolean;
  text: string;
}

/** How mail programs say "X wrote on …" in our languages, and what old ones put above a copy of the whole letter. */
const HEADERS = [
  /^On .{4,200} wrote:$/i,
  /^(在|于) ?.{4,200}(写道|寫道)[:：]$/,
  /^.{2,200}(於|于) ?.{4,100}(寫道|写道)[:：]$/,
  /^.{4,200}(님이 작성|님이 쓴 글)[:：]?$/,
  /^.{4,200}(のメッセージ|が書きました|は書きました)[:：]$/,
];
const LONGEST_HEADER = 320;
const DIVIDER = /^(-{2,}|_{5,}) ?(Original Message|原始邮件|原始郵件|원본 메일|元のメッセージ)( ?-{2,})?$/i;

/** The message in order, in parts that are new and parts that are repeated. */
export function foldQuotes(body: string): Segment[] {
  const lines = body.split("\n");
  const quoted = lines.map((line) => /^ {0,3}>/.test(line));
  const copied = lines.findIndex((line) => DIVIDER.test(line.trim()));
  if (copied >= 0) quoted.fill(true, copied);
  /** The next line that says something, for each line. */
  const following = lines.map(() => -1);
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    following[index] = lines[index + 1]!.trim() === "" ? following[index + 1]! : index + 1;
  }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!.trim();
    const next = following[index]!;
    if (quoted[index] || next < 0 || !quoted[next] || line.length > LONGEST_HEADER) continue;
    if (HEADERS.some((pattern) => pattern.test(line))) quoted.fill(true, index, next);
  }
  // Empty lines between two quoted ones belong to the quotation.
  for (let index = 1; index < lines.length; index += 1) {
    if (lines[index]!.trim() !== "" || !quoted[index - 1]) continue;
    const next = following[index]!;
    if (next < 0 || quoted[next]) quoted[index] = true;
  }
  const segments: Segment[] = [];
  lines.forEach((line, index) => {
    const last = segments.at(-1);
    if (last && last.quoted === quoted[index]) last.text += `\n${line}`;
    else segments.push({ quoted: quoted[index]!, text: line });
  });
  const trimmed = segments.map(({ quoted, text }) => ({ quoted, text: text.replace(/^\n+|\s+$/g, "") })).filter(({ text }) => text !== "");
  // A message that only quotes has nothing to fold it away for.
  return trimmed.some(({ quoted }) => !quoted) ? trimmed : [{ quoted: false, text: body }];
}
