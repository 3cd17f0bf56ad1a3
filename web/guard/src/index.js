// What a page loads: the rules, and the note under a form's field.

export { learn, scan, wanted } from "./scan.js";
export { watch } from "./note.js";
