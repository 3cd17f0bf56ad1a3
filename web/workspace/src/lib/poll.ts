/** Does `work` now and every `every` ms while the page is visible; returns how to stop. One at a time. */
export function poll(every: number, work: () => Promise<unknown>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = false;
  let stopped = false;

  async function turn() {
    clearTimeout(timer);
    if (working || stopped || document.hidden) return;
    working = true;
    await work();
    working = false;
    if (!stopped) timer = setTimeout(turn, every);
  }

  document.addEventListener("visibilitychange", turn);
  addEventListener("online", turn);
  // Not at once: an effect that starts to poll must not come to depend on what the work reads.
  queueMicrotask(turn);
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", turn);
    removeEventListener("online", turn);
  };
}
