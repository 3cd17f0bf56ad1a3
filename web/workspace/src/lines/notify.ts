// Notifications of the browser, for who looks at another window. What customers write is not in them: they stand on lock screens.
const ASKED = "dengta.asked-to-notify";

/** Once on this device; whoever said no is not asked again. */
export function askToNotify(): void {
  if (typeof Notification === "undefined" || Notification.permission !== "default" || localStorage.getItem(ASKED)) return;
  localStorage.setItem(ASKED, "1");
  void Notification.requestPermission().catch(() => {});
}

/** One a subject: a newer one takes the older one's place. */
export function notify(subject: string, title: string, body: string, open: () => unknown): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted" || !document.hidden) return;
  try {
    const shown = new Notification(title, { body, tag: `dengta-${subject}` });
    shown.onclick = () => {
      window.focus();
      shown.close();
      open();
    };
  } catch {
    // Phones show none of a page's own.
  }
}
