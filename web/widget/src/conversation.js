// What is known of the conversation, and how it is kept up to date: the chat's state, its entries, what the other side is doing.

import { createEntries } from "./core/entries.js";

/** How many numbers back are loaded at first, and with each look further back. */
const WINDOW = 60;
/** Somebody who is writing says so again before this, in milliseconds. */
const TYPING = 8000;

export function createConversation({ api, changed, arrived = (..._) => {} }) {
  const entries = createEntries();
  const talk = { chat: null, typing: null, draft: "", incidents: null, loading: false, older: false, whole: false };
  let catching = null;
  let silence;
  // Answers to what was asked for another visitor or in another language are not taken in.
  let turn = 0;
  let told = 0;

  function took(fresh) {
    if (!fresh.length) return;
    if (fresh.some(({ from }) => from !== "customer")) Object.assign(talk, { draft: "", typing: null });
    arrived(fresh);
  }

  /** Everything after what is complete here, page by page. One question at a time. */
  function catchUp() {
    catching ??= (async () => {
      const mine = turn;
      for (;;) {
        const after = entries.complete();
        const { results, next } = await api.get(`/entries?after=${after}&limit=200`);
        if (mine !== turn) return;
        const fresh = entries.page(results, after);
        took(fresh);
        if (fresh.length) changed();
        if (!next || !results.length) return;
      }
    })().finally(() => { catching = null; });
    return catching;
  }

  function setChat(chat) {
    told++;
    talk.chat = chat;
    if (chat.state === "closed") Object.assign(talk, { draft: "", typing: null });
    if (chat.incidents) talk.incidents = chat.incidents;
    changed();
  }

  /** Asks how it stands. What the line told meanwhile is newer than this answer. */
  async function refresh() {
    const before = told;
    const chat = await api.get("");
    if (before === told) setChat(chat);
  }

  return {
    talk, entries, catchUp, refresh, setChat,
    /** The first look: the state, and the newest entries. */
    async load() {
      const mine = turn;
      talk.loading = true;
      changed();
      try {
        const chat = await api.get("");
        if (mine !== turn) return;
        let after = Math.max(0, (chat.last ?? 0) - WINDOW);
        const first = await api.get(`/entries?after=${after}&limit=200`);
        if (mine !== turn) return;
        entries.page(first.results, after);
        talk.whole = after === 0;
        if (first.next) await catchUp();
        setChat(chat);
      } finally {
        if (mine === turn) talk.loading = false;
        changed();
      }
    },
    /** What came before what is here. Numbers that visitors do not see may fill a whole window: then it looks further. */
    async loadOlder() {
      if (talk.older || talk.whole || talk.loading) return;
      const mine = turn;
      talk.older = true;
      changed();
      try {
        for (let fresh = []; !fresh.length && !talk.whole;) {
          const after = Math.max(0, entries.from() - WINDOW);
          const { results } = await api.get(`/entries?after=${after}&limit=${WINDOW}`);
          if (mine !== turn) return;
          fresh = entries.page(results, after);
          talk.whole = after === 0;
        }
      } catch { /* the next scrolling asks again */ } finally {
        talk.older = false;
        changed();
      }
    },
    /** A frame of the line. */
    heard(frame) {
      if (frame.type === "chat") setChat(frame.chat);
      else if (frame.type === "entries" && Array.isArray(frame.entries)) {
        if (entries.gapBefore(frame.entries)) {
          took(entries.add(frame.entries));
          catchUp().catch(() => {});
        } else took(entries.live(frame.entries));
      } else if (frame.type === "hello") {
        // What the chat's state became before the line was there.
        refresh().catch(() => {});
      } else if (frame.type === "typing") {
        talk.typing = frame.on ? { name: frame.name ?? null } : null;
        clearTimeout(silence);
        if (frame.on) silence = setTimeout(() => { talk.typing = null; changed(); }, TYPING);
      } else if (frame.type === "draft") talk.draft = String(frame.text ?? "");
      else if (frame.type === "notice") talk.incidents = frame.incidents ?? [];
      else if (frame.type === "resync") {
        catchUp().catch(() => {});
        refresh().catch(() => {});
      } else return;
      changed();
    },
    clear() {
      turn++;
      catching = null;
      entries.clear();
      Object.assign(talk, { chat: null, typing: null, draft: "", loading: false, older: false, whole: false });
    },
  };
}
