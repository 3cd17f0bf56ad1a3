// How much work a text is, in steps: how often each block of the script runs, and the letters that it hands to the engine's own
// functions. No clock: the same text is the same work everywhere.

import { Session } from "node:inspector/promises";

let letters = 0;
/** A pattern that goes back from a text's end without saying where it begins. */
const TAIL = /^(?!\^|\(\?<).*[+*]\$$/;

/** Counts what goes through a function of the engine's: `charge(self, arguments, result)` letters. */
function counted(prototype, name, charge) {
  const original = prototype[name];
  prototype[name] = function (...given) {
    const result = original.apply(this, given);
    letters += charge(this, given, result);
    return result;
  };
}

/** Lets `run` go and tells how many steps of `script`, a part of an address, that took. */
export async function counter(script) {
  const exec = RegExp.prototype.exec;
  // All that takes a pattern comes through here: `test`, `match`, `replace`, `search`, `split`.
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    // What must reach the end begins anew at every letter that it might begin with.
    if (text.length > 500 && exec.call(TAIL, this.source)) letters += text.length ** 2;
    letters += found ? found.index + found[0].length - from : this.sticky ? 1 : text.length - from;
    return found;
  };
  const whole = (self) => self.length;
  for (const name of ["includes", "lastIndexOf", "normalize", "replaceAll", "toLowerCase", "trimEnd"]) counted(String.prototype, name, whole);
  counted(String.prototype, "indexOf", (self, [, from = 0], at) => (at < 0 ? self.length : at) - from);
  counted(String.prototype, "slice", (_, __, part) => part.length);
  counted(String.prototype, "startsWith", (_, [head]) => head.length);
  counted(String.prototype, "endsWith", (_, [tail]) => tail.length);
  counted(Array.prototype, "slice", (_, __, part) => part.length);
  for (const name of ["includes", "indexOf", "join", "reverse"]) counted(Array.prototype, name, whole);

  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const blocks = async () => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const ours = result.filter(({ url }) => url.endsWith(script)).flatMap(({ functions }) => functions);
    return ours.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
  };
  return async (run) => {
    await blocks();
    letters = 0;
    run();
    const own = letters;
    return own + await blocks();
  };
}
