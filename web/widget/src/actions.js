// What the visitor can do. Each either works or says what happened, in the visitor's language; nothing typed is lost.

import { saveAs } from "./view/files.js";

export function createActions(app) {
  const { api, conversation, outbox, session, storage } = app;

  /** Runs one; answers with what went wrong, or nothing. */
  async function attempt(deed) {
    try {
      const chat = await deed();
      if (chat?.state) conversation.setChat(chat);
      return "";
    } catch (problem) {
      if (problem.status === 401) session.over();
      return problem.message || app.t("failed");
    }
  }
  async function orSay(deed) {
    const wrong = await attempt(deed);
    if (wrong) act.say(wrong);
  }

  const act = {
    say: (words) => app.say(words),
    focus: () => app.views.composer.focus(),
    looked: () => app.update(),
    older: () => conversation.loadOlder(),
    send(message) {
      app.divider = null;
      outbox.add(message);
      app.views.log.toEnd();
    },
    retry: (id) => outbox.retry(id),
    takeBack(id) {
      const item = outbox.drop(id);
      if (item?.text) app.views.composer.restore(item.text);
    },
    typing(on) {
      if (!session.token() || app.line.send({ type: "typing", on }) || app.line.state() !== "on") return;
      api.post("/typing", { on }).catch(() => {});
    },
    person: (category) => orSay(async () => {
      await session.ensure(app.start.language);
      return api.post("/person", category ? { category } : {});
    }),
    leave: ({ email, name }) => attempt(() => api.post("/contact", name ? { email, name } : { email })),
    end: () => orSay(() => api.post("/end")),
    rate: (score, comment) => orSay(() => api.post("/rating", comment ? { score, comment } : { score })),
    downloadTranscript: () => orSay(async () => {
      const url = URL.createObjectURL(await api.blob("/transcript"));
      saveAs(url, `${app.talk.chat?.reference ?? "chat"}.txt`);
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    }),
    mailTranscript: () => orSay(async () => {
      await api.post("/transcript");
      act.say(app.t("transcript-mailed"));
    }),
    sound(on) {
      storage.set("sound", on);
      app.update();
    },
    minimise: () => app.close(),
    /** The page in that language brings its sentences; nothing is loaded anew, so nothing is lost. */
    language: (code) => code !== app.start.language && orSay(async () => {
      const answer = await fetch(`/${code}/chat`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      app.speak(JSON.parse(page.getElementById("start").textContent));
      if (!session.token()) return;
      await api.patch("", { language: code });
      // What happened is told in words, too.
      conversation.clear();
      await conversation.load();
    }),
  };
  return act;
}
