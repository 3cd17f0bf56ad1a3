// What the browser says about itself, and what other tabs changed.

/** Whoever comes back, by whichever way, finds all of it awake. */
export function listen(app, attention) {
  const { line, outbox, session, storage } = app;
  const wake = (fresh) => () => {
    outbox.wake();
    line.wake({ fresh });
    app.update();
  };
  addEventListener("online", wake(true));
  addEventListener("pageshow", wake(false));
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? wake(false)() : app.update()));
  document.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && app.close());

  storage.watch((key) => {
    // An empty key: all was cleared.
    const changed = (name) => key === "" || key.startsWith(name);
    if (changed("token")) session.look();
    if (changed("read")) attention.look();
    if (changed("draft")) app.views.composer.look();
    if (changed("out:")) {
      outbox.notice();
      outbox.wake();
    }
    app.update();
  });
}
