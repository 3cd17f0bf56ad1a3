import type { Edit } from "./markdown-edit";

/** As if it had been typed: the field's own undo takes it back, and the field says `input`. */
export function applyEdit(area: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  area.focus();
  area.setSelectionRange(from, to);
  const moves = insert === "" && from === to;
  const done = moves || (insert === "" ? document.execCommand("delete") : document.execCommand("insertText", false, insert));
  if (!done) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(...select);
}
