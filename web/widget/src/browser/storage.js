// What this browser keeps. Private windows and full disks refuse storage; the panel then remembers until it is closed.

const PREFIX = "dengta-chat:";

export function createStorage(given) {
  let disk = null;
  try {
    disk = given ?? localStorage;
    disk.setItem(`${PREFIX}?`, "");
    disk.removeItem(`${PREFIX}?`);
  } catch { disk = null; }
  /** What the disk refused, so that it is at least kept here. */
  const memory = new Map();

  return {
    get(key) {
      if (memory.has(key)) return memory.get(key);
      try { return JSON.parse(disk?.getItem(PREFIX + key) ?? "null"); } catch { return null; }
    },
    set(key, value) {
      try {
        if (!disk) throw null;
        disk.setItem(PREFIX + key, JSON.stringify(value));
        memory.delete(key);
      } catch { memory.set(key, value); }
    },
    remove(key) {
      memory.delete(key);
      try { disk?.removeItem(PREFIX + key); } catch { /* see above */ }
    },
    keys(start) {
      const found = new Set([...memory.keys()]);
      try {
        for (let at = 0; at < (disk?.length ?? 0); at++) {
          const key = disk.key(at);
          if (key.startsWith(PREFIX)) found.add(key.slice(PREFIX.length));
        }
      } catch { /* see above */ }
      return [...found].filter((key) => key.startsWith(start));
    },
    /** Calls with the key when another tab changed something; an empty key for all. */
    watch(heard) {
      addEventListener("storage", (event) => {
        if (event.key === null) heard("");
        else if (event.key.startsWith(PREFIX)) heard(event.key.slice(PREFIX.length));
      });
    },
  };
}
