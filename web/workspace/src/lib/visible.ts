// Letters that nobody sees, written out where they could deceive: in links, names and ids. The desk does the same
// (`guard::visible`).

/** Controls, zero-width letters, bidirectional controls, fillers and tags. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
/** A letter that is drawn as a picture; a digit or sign that becomes a key. */
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const KEY = /[0-9#*]$/;

/** `text` with letters that cannot be seen written out, such as `⟨U+202E⟩`; what emoji are made of stays. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (letter, at: number) => {
    const before = text.slice(0, at);
    const joins = letter === "\u200d" && PICTURE.test(before) && /^\p{Extended_Pictographic}/u.test(text.slice(at + 1));
    const selects = (letter === "\ufe0e" || letter === "\ufe0f") && (PICTURE.test(before) || KEY.test(before));
    if (joins || selects) return letter;
    return `⟨U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
