// One tab at a time. Web Locks where they are; else a lease in storage, which another tab takes over when its holder is gone.

const LEASE = 10_000;
const pause = (time) => new Promise((go) => setTimeout(go, time));

export function createLock(name, storage, locks = navigator.locks, now = Date.now) {
  if (locks?.request) return (act) => locks.request(`dengta-${name}`, act);
  const key = `lease:${name}`;
  const owner = `${now()}-${Math.random()}`;
  return async (act) => {
    for (;;) {
      const held = storage.get(key);
      if (!held || held.until < now() || held.owner === owner) {
        storage.set(key, { owner, until: now() + LEASE });
        // Two that took it at the same time: the last one wrote it.
        await pause(50);
        if (storage.get(key)?.owner === owner) break;
      }
      await pause(200 + Math.random() * 200);
    }
    const renew = setInterval(() => storage.set(key, { owner, until: now() + LEASE }), LEASE / 3);
    try {
      return await act();
    } finally {
      clearInterval(renew);
      if (storage.get(key)?.owner === owner) storage.remove(key);
    }
  };
}
