/** Does `work` soon after it was asked for, at most once in `every` ms however often it is; with jitter, for many are told at once. */
export function lately(every: number, work: () => unknown): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  return {
    ask() {
      if (timer) return;
      const jitter = 2 * crypto.getRandomValues(new Uint8Array(1))[0]!;
      const wait = Math.max(0, last + every - Date.now()) + jitter;
      timer = setTimeout(() => {
        timer = undefined;
        last = Date.now();
        void work();
      }, wait);
    },
    stop: () => clearTimeout(timer),
  };
}
