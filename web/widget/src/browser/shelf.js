// Files that are on their way stay on this device until the message is sent, so that a reload does not stop them.

const opened = () => new Promise((done) => {
  try {
    const asked = indexedDB.open("dengta-chat", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("files", { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => done(null);
  } catch { done(null); }
});
let base = null;

async function act(mode, what) {
  const store = await (base ??= opened());
  return store && new Promise((done) => {
    try {
      const asked = what(store.transaction("files", mode).objectStore("files"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = (event) => { event.preventDefault(); done(null); };
    } catch { done(null); }
  });
}

export const shelf = {
  keep: ({ key, id, name, size, type, file }) => act("readwrite", (files) => files.put({ key, id, name, size, type, file })),
  forget: (key) => act("readwrite", (files) => files.delete(key)),
  all: async () => (await act("readonly", (files) => files.getAll())) ?? [],
};
