// The present by the second, for countdowns; it runs only while somebody looks at it.
import { createSubscriber } from "svelte/reactivity";

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 250);
  return () => clearInterval(timer);
});

export function clock(): number {
  subscribe();
  return Date.now();
}
