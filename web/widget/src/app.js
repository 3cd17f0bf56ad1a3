// Everything that the panel is made of, and how the parts hear of each other. There is one of it.

import { createActions } from "./actions.js";
import { createAttention } from "./attention.js";
import { createApi } from "./browser/api.js";
import { createHost, framed } from "./browser/host.js";
import { createLock } from "./browser/lock.js";
import { createSession } from "./browser/session.js";
import { createSound } from "./browser/sound.js";
import { createStorage } from "./browser/storage.js";
import { applyTheme } from "./browser/theme.js";
import { createUploads } from "./browser/uploads.js";
import { pollWay, socketWay, streamWay } from "./browser/ways.js";
import { createConversation } from "./conversation.js";
import { pageFrom } from "./core/host-protocol.js";
import { createLine } from "./core/line.js";
import { createOutbox } from "./core/outbox.js";
import { createTexts } from "./core/texts.js";
import { listen } from "./listen.js";
import { mount } from "./mount.js";
import { createVisit } from "./visit.js";

export function createApp(start) {
  const storage = createStorage();
  const app = /** @type {any} */ ({ start, storage, opened: !framed, divider: null, views: null });
  const page = pageFrom(location.hash);
  let soon = false;

  /** Draws what changed, once for all that changes now. */
  app.update = () => {
    if (soon || !app.views) return;
    soon = true;
    queueMicrotask(() => {
      soon = false;
      app.views.render();
      attention.render();
    });
  };
  app.speak = (next) => {
    app.start = next;
    app.texts = createTexts(next);
    app.t = app.texts.t;
    document.documentElement.lang = next.language;
    if (!framed) history.replaceState(null, "", `/${next.language}/chat`);
    app.views?.gone();
    app.views = mount(app);
    attention.again();
    app.update();
  };
  app.atEnd = () => app.views?.log.atEnd() ?? false;
  app.unread = () => attention.count();
  app.say = (words) => app.views.say(words);
  app.soundOn = () => storage.get("sound") !== false;

  const session = app.session = createSession({ storage, page, changed: () => visit.begin(), left: () => visit.left() });
  const api = app.api = createApi({ token: session.token, language: () => app.start.language });
  session.use(api);
  const conversation = app.conversation = createConversation({ api, changed: app.update, arrived: took });
  app.talk = conversation.talk;
  app.entries = conversation.entries;
  app.uploads = createUploads({
    api, session, limits: start.limits, language: () => app.start.language, words: (...said) => app.t(...said), changed: app.update,
  });
  const outbox = app.outbox = createOutbox({
    store: storage, lock: createLock("outbox", storage), send, changed: app.update,
    // Where the line is slow, the entry is asked for.
    acknowledged: (item) => setTimeout(() => app.entries.has(item.id) || conversation.catchUp().catch(() => {}), 500),
  });
  const after = () => app.entries.complete();
  const line = app.line = createLine({
    ways: [socketWay({ api, after }), streamWay({ api, after }), pollWay(conversation)],
    heard: (frame) => conversation.heard(frame),
    over: () => session.over(),
    changed(state) {
      if (state === "on") outbox.wake();
      app.update();
    },
  });
  const host = createHost({ languages: start.languages.map(([code]) => code), heard, connected: () => attention.again() });
  const attention = createAttention(app, { host, line, sound: createSound(app.soundOn) });
  const visit = createVisit(app, attention, page);
  app.act = createActions(app);

  async function send({ id, text, files, category }) {
    await session.ensure(app.start.language);
    try {
      const body = { id, text, files: files.map((file) => file.id) };
      return await api.post("/messages", category ? { ...body, category } : body);
    } catch (problem) {
      if (problem.status === 401) session.over();
      throw problem;
    }
  }
  function took(fresh) {
    for (const { key } of fresh) if (key) outbox.arrived(key);
    attention.arrived(fresh);
  }
  app.open = () => {
    app.opened = true;
    host.opened();
    if (app.talk.chat) visit.introduce().catch(() => {});
    if (matchMedia("(pointer: fine)").matches) app.views.composer.focus();
    app.views.log.toEnd();
    app.update();
  };
  app.close = () => {
    if (!framed) return;
    app.opened = false;
    app.divider = null;
    host.closed();
    app.update();
  };
  function heard({ type, value }) {
    if (type === "open") app.open();
    else if (type === "close" && app.opened) app.close();
    else if (type === "language") app.act.language(value);
    else if (type === "theme") applyTheme(value);
    else if (type === "identify") session.identify(value).then((chat) => chat && visit.begin());
  }

  app.run = () => {
    applyTheme(new URLSearchParams(location.hash.slice(1)).get("theme") ?? "auto");
    app.speak(start);
    if (session.token()) visit.begin();
    outbox.notice();
    outbox.wake();
    app.uploads.restore();
    listen(app, attention);
  };
  return app;
}
