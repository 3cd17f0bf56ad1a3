// The present, in steps coarse enough that ages and due times redraw rarely.
let now = $state(Date.now());
setInterval(() => (now = Date.now()), 15_000);

export const present = (): number => now;
