// The button on the host's page, in a shadow root, and the card that holds the frame.

import { CSS } from "./style.js";

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  talk: ["M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-5 4v-4.1A2.5 2.5 0 0 1 4 13.5Z", "M8.5 10h.01M12 10h.01M15.5 10h.01"],
  shut: ["m6 9.5 6 6 6-6"],
};

function shape(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  for (const d of SHAPES[name]) svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", d);
  return svg;
}

export function createBubble({ words, settings, pressed, escaped }) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const make = (name, className = "") => Object.assign(document.createElement(name), { className });
  const button = make("button");
  const count = make("span", "count");
  const card = make("div");
  button.type = "button";
  count.hidden = card.hidden = true;
  button.append(shape("talk"), shape("shut"), count);
  button.addEventListener("click", pressed);
  root.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && escaped());
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 has none; there the page's policy has to allow a sheet within the page.
    root.append(Object.assign(make("style"), { textContent: CSS }));
  }
  root.append(card, button);

  const bubble = {
    host, card, button,
    /** Shows what is set and how it stands. */
    render({ open, unread }) {
      const { position, theme, offsetX, offsetY, zIndex, hidden, language } = settings;
      host.style.cssText = `position:fixed;width:0;height:0;z-index:${zIndex};--x:${offsetX}px;--y:calc(${offsetY}px + env(safe-area-inset-bottom, 0px))`;
      host.lang = language;
      button.className = position;
      button.hidden = hidden && !open;
      card.className = `card rise ${position} ${theme}`;
      card.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      const said = words[language];
      button.setAttribute("aria-label", open ? said.close : unread ? said.unread.replace("{count}", unread) : said.open);
      button.title = open ? said.close : said.open;
      count.hidden = open || !unread;
      count.textContent = unread > 99 ? "99+" : String(unread);
    },
  };
  // With a keyboard on a phone's screen the page is taller than what is seen of it.
  const seen = window.visualViewport;
  const fit = () => {
    const phone = innerWidth <= 480 && seen.scale === 1;
    card.style.height = phone ? `${seen.height}px` : "";
    card.style.top = phone ? `${seen.offsetTop}px` : "";
  };
  for (const event of ["resize", "scroll"]) seen?.addEventListener(event, fit);
  return bubble;
}
