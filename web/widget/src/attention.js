// What was seen, what is new, and how that is told: to the desk, to the page around, in the title, and by a sound.

import { unread } from "./core/timeline.js";

const KEY = "read";

export function createAttention(app, { host, sound, line }) {
  let read = 0;
  let told = 0;
  let shown = -1;

  /** Somebody looks at the newest message. */
  const attending = () => app.opened && document.visibilityState === "visible" && app.atEnd();
  const waiting = () => unread(app.entries.all(), read);

  function seen() {
    const last = app.entries.last();
    if (!attending() || last <= read) return;
    read = last;
    app.storage.set(KEY, read);
  }
  function tellDesk() {
    const others = app.entries.all().some(({ number, from }) => number > told && number <= read && from !== "customer");
    if (!others || !app.session.token()) return;
    told = read;
    if (!line.send({ type: "seen", number: read })) app.api.post("/seen", { number: read }).catch(() => { told = 0; });
  }

  return {
    count: () => waiting().length,
    /** New entries came. */
    arrived(fresh) {
      const messages = unread(fresh, read);
      if (messages.length && (!app.opened || document.visibilityState === "hidden")) sound.play();
      if (messages.length && app.divider === null && !attending()) app.divider = read;
      app.update();
    },
    /** The first look at a conversation of before. */
    began() {
      read = Math.max(read, app.talk.chat?.read ?? 0, app.storage.get(KEY) ?? 0);
      told = Math.max(told, app.talk.chat?.read ?? 0);
      if (waiting().length && app.divider === null) app.divider = read;
    },
    /** Another tab's person read on. */
    look() {
      read = Math.max(read, app.storage.get(KEY) ?? 0);
      app.update();
    },
    forget() {
      [read, told] = [0, 0];
      app.storage.remove(KEY);
    },
    render() {
      read = Math.max(read, app.talk.chat?.read ?? 0);
      seen();
      tellDesk();
      const count = waiting().length;
      if (count === shown) return;
      shown = count;
      const title = app.t("title", { brand: app.start.brand });
      document.title = count ? app.t("title-unread", { count: app.texts.number(count), title }) : title;
      host.unread(count);
    },
    /** In another language, or to a page that connects just now. */
    again() {
      shown = -1;
      app.update();
    },
  };
}
