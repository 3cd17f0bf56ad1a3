// The one script on a host's page: draws the bubble, and fetches the rest when somebody wants to talk.
//
//   <script src="https://desk.example/widget.js" data-language="zh-CN" data-position="left" data-theme="dark" async></script>
//
// Attributes, all optional: data-language, data-position (right, left), data-theme (auto, light, dark), data-hidden (no bubble until
// `show`), data-offset-x, data-offset-y (pixels from the corner), data-z-index. A page with a Content-Security-Policy allows the desk
// in script-src and frame-src, and nothing more.
//
// Calls: dengta("open" | "close" | "toggle" | "show" | "hide"), dengta("language", "ko"), dengta("theme", "dark"),
// dengta("position", "left"), dengta("offset", x, y), dengta("layer", zIndex), dengta("identify", token or a function that gets one;
// null when somebody signed out), and off = dengta("on", "open" | "close" | "unread" | "ready" | "error", listener).
// To call before the script came: window.dengta ??= (...call) => { (dengta.q ??= []).push(call); };

import words from "virtual:words";
import { createBubble } from "./bubble.js";
import { createFrame } from "./frame.js";
import { languageOf, positionOf, settingsFrom, themeOf } from "./settings.js";

/** Says that this visitor talked to us from this page before. */
const FLAG = "dengta-chat";
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const page = /** @type {any} */ (window);

function start() {
  const desk = new URL(script.src).origin;
  const settings = settingsFrom(script.dataset, document.documentElement.lang, ...navigator.languages);
  const listeners = {};
  const state = { open: false, unread: 0, ready: false };
  let identity = null;
  let before = null;

  const tell = (name, value) => {
    for (const listen of [...(listeners[name] ?? [])]) {
      // A listener that fails is the page's own business, and no other's.
      try { listen(value); } catch (error) { setTimeout(() => { throw error; }); }
    }
  };
  const render = () => bubble.render(state);
  const bubble = createBubble({ words, settings, pressed: () => act.toggle(), escaped: () => act.close() });
  const frame = createFrame({
    desk, settings, words, card: bubble.card,
    failed: () => tell("error", new Error("The chat did not load.")),
    heard(type, value) {
      if (type === "ready") {
        state.ready = true;
        frame.send("theme", settings.theme);
        introduce();
        if (state.open) frame.send("open");
        tell("ready");
      } else if (type === "closed") act.close();
      else if (type === "unread" && value !== state.unread) {
        state.unread = value;
        render();
        tell("unread", value);
      }
    },
  });

  /** Who is signed in: a token, or what gets one. It is asked for when it is needed, so that it is fresh. */
  async function introduce() {
    if (identity === null || !state.ready) return;
    try {
      const token = typeof identity === "function" ? await identity() : identity;
      frame.send("identify", String(token ?? ""));
    } catch (error) {
      tell("error", error);
    }
  }

  const act = {
    open() {
      if (state.open) return;
      before = document.activeElement;
      state.open = true;
      try { localStorage.setItem(FLAG, "1"); } catch { /* a page without storage forgets */ }
      frame.load();
      render();
      frame.focus();
      if (state.ready) frame.send("open");
      if (typeof identity === "function") introduce();
      tell("open");
    },
    close() {
      if (!state.open) return;
      state.open = false;
      render();
      frame.send("close");
      // Back to where one was; the frame is hidden and holds no focus.
      const back = before && before !== document.body && before !== bubble.host && before.isConnected ? before : bubble.button;
      back.focus({ preventScroll: true });
      tell("close");
    },
    toggle: () => (state.open ? act.close() : act.open()),
    show: () => set({ hidden: false }),
    hide: () => set({ hidden: true }),
    language(value) {
      set({ language: languageOf(value, settings.language) });
      frame.rename();
      frame.send("language", settings.language);
    },
    theme(value) {
      set({ theme: themeOf(value) });
      frame.send("theme", settings.theme);
    },
    position: (value) => set({ position: positionOf(value) }),
    offset: (offsetX, offsetY = offsetX) => Number.isFinite(offsetX) && Number.isFinite(offsetY) && set({ offsetX, offsetY }),
    layer: (zIndex) => Number.isInteger(zIndex) && set({ zIndex }),
    identify(value) {
      identity = value ?? "";
      introduce();
    },
    on(name, listen) {
      (listeners[name] ??= new Set()).add(listen);
      // Who asks after it happened is told, too.
      if (name === "ready" && state.ready) listen();
      return () => listeners[name].delete(listen);
    },
  };
  function set(change) {
    Object.assign(settings, change);
    render();
  }

  const waiting = page.dengta?.q ?? [];
  page.dengta = (name, ...rest) => (Object.hasOwn(act, name) ? act[name](...rest) : undefined);
  render();
  document.body.append(bubble.host);
  for (const call of waiting) page.dengta(...call);

  let known = false;
  try { known = localStorage.getItem(FLAG) !== null; } catch { /* see above */ }
  const idle = page.requestIdleCallback ?? ((then) => setTimeout(then, 2000));
  if (known) idle(() => frame.load(), { timeout: 5000 });
}

// Twice on one page is once.
if (script && !page.dengta?.loaded) {
  const queue = (page.dengta ??= (...call) => { (page.dengta.q ??= []).push(call); });
  queue.loaded = true;
  const begin = () => { start(); page.dengta.loaded = true; };
  if (document.body) begin();
  else addEventListener("DOMContentLoaded", begin);
}
