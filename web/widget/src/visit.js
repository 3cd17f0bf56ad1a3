// A visitor's session as it begins, goes on after a reload, and ends.

import { backoff } from "./core/backoff.js";
import { forgetFiles } from "./view/files.js";

export function createVisit(app, attention, page) {
  const { api, conversation, line, outbox, session, storage, uploads } = app;
  let turn = 0;
  let whose = session.token();

  /** The page around may be another one since, in another language. Which one is told only when somebody opens the panel there. */
  async function introduce() {
    const told = storage.get("told") ?? {};
    const now = { language: app.start.language, page: (app.opened ? page : null) ?? told.page };
    if (JSON.stringify(now) === JSON.stringify(told)) return;
    await api.patch("", now);
    storage.set("told", now);
  }

  return {
    introduce,
    /** With a session: the conversation so far, then the line. Without: as if nothing had been said. */
    async begin() {
      const mine = ++turn;
      line.stop();
      conversation.clear();
      forgetFiles();
      app.divider = null;
      if (session.token() !== whose) attention.forget();
      whose = session.token();
      app.update();
      for (let tries = 0; session.token() && mine === turn; tries++) {
        try {
          await introduce();
          await conversation.load();
          if (mine !== turn) return;
          for (const { key } of app.entries.all()) if (key) outbox.arrived(key);
          attention.began();
          return line.start();
        } catch (problem) {
          if (problem.status === 401) return session.over();
          await new Promise((go) => {
            setTimeout(go, problem.pause ?? backoff(tries));
            addEventListener("online", go, { once: true });
          });
        }
      }
    },
    /** Somebody signed out: nothing of theirs stays for who comes next. */
    left() {
      outbox.clear();
      for (const { key } of uploads.rows()) uploads.remove(key);
      app.views.composer.clear();
    },
  };
}
