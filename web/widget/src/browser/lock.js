// One tab at a time. Web Locks where they are and may be used; else a lease in storage, which another tab takes over when its holder
// is gone.

const LEASE = 10_000;
const pause = (time) => new Promise((go) => setTimeout(go, time));

/** Returns a function that runs what it is given while no other tab runs under this name. */
export function createLock(name, storage, locks = navigator.locks, now = Date.now) {
  const lease = createLease(name, storage, now);
  let usable = !!locks?.request;
  return async (act) => {
    if (!usable) return lease(act);
    let began = false;
    try {
      return await locks.request(`dengta-${name}`, () => {
        began = true;
        return act();
      });
    } catch (error) {
      if (began) throw error;
      // A frame on a page of another site may be refused them.
      usable = false;
      return lease(act);
    }
  };
}

function createLease(name, storage, now) {
  const key = `lease:${name}`;
  const owner = `${now()}-${Math.random()}`;
  const write = () => storage.set(key, { owner, until: now() + LEASE });
  return async (act) => {
    for (;;) {
      const held = storage.get(key);
      if (!held || held.until < now() || held.owner === owner) {
        write();
        // Two may take it at the same time: it is whose wrote last.
        await pause(50);
        if (storage.get(key)?.owner === owner) break;
      }
      await pause(200 + Math.random() * 200);
    }
    const renew = setInterval(write, LEASE / 3);
    try {
      return await act();
    } finally {
      clearInterval(renew);
      if (storage.get(key)?.owner === owner) storage.remove(key);
    }
  };
}

/** Whether this tab is the one that does what only one does, for as long as it lives. */
export async function alone(name, locks = navigator.locks) {
  if (!locks?.request) return true;
  return new Promise((told) => {
    const forEver = (lock) => {
      told(!!lock);
      return lock && new Promise(() => {});
    };
    locks.request(`dengta-${name}`, { ifAvailable: true }, forEver).catch(() => told(true));
  });
}
