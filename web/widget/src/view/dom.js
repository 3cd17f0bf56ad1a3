// Elements in short. Text always becomes text nodes.

/** `on…` are listeners, `class` and attributes go as they are, what is no string goes as a property. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (typeof value !== "string" && key in element) element[key] = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  mark: ["M12 4 21 20H3Z", "M12 4v16H3Z"],
  down: ["m6 9 6 6 6-6"],
  close: ["M6 6l12 12M18 6 6 18"],
  more: ["M5 12h.01M12 12h.01M19 12h.01"],
  send: ["M5 12h13M12 5l7 7-7 7"],
  clip: ["m20 11-8.5 8.500a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.700l-8.5 8.500a1.7 1.7 0 0 1-2.4-2.400L14.5 7"],
  camera: ["M4 8h3l2-3h6l2 3h3v11H4Z", "M12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z"],
  tick: ["m5 13 4 4L19 7"],
  ticks: ["m2 13 4 4L15 8", "m11 16 1 1L22 7"],
  file: ["M7 3h7l5 5v13H7Z", "M14 3v5h5"],
  save: ["M12 4v11M7 11l5 5 5-5M5 20h14"],
  shield: ["M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6Z", "m9 12 2 2 4-4"],
  star: ["m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.800l6-.8Z"],
  clock: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 7v5l3 2"],
  person: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z", "M4 20c1-4 4-5 8-5s7 1 8 5"],
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const d of SHAPES[name]) svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", d);
  return svg;
}

/** A button with a picture only; its name is for who does not see it, and its hint for who points at it. */
export const iconButton = (shape, name, onclick, more = {}) =>
  h("button", { type: "button", class: "icon-button", "aria-label": name, title: name, onclick, ...more }, icon(shape));

export const unseen = (text) => h("span", { class: "unseen" }, text);

/** A link that leaves the panel. */
export const outward = (href, t, ...inside) =>
  h("a", { href, target: "_blank", rel: "noopener noreferrer" }, inside, unseen(` (${t("tab")})`));

/** Sets what changed only: live regions say again what is set again. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Makes `parent`'s children those of `items`, by key; what has the same signature stays as it is, and `patch` may change an element
    instead of having it made anew. */
export function keyed(parent, items, make, patch = (_element, _item) => false) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    let element = old.get(item.key);
    old.delete(item.key);
    const signature = JSON.stringify(item);
    if (element && element.signature !== signature && patch(element, item)) Object.assign(element, { signature });
    if (!element || element.signature !== signature) {
      const fresh = make(item);
      Object.assign(fresh, { signature }).dataset.key = item.key;
      if (element) {
        if (place === element) place = fresh;
        element.replaceWith(fresh);
      }
      element = fresh;
    }
    if (place === element) place = element.nextElementSibling;
    else parent.insertBefore(element, place);
  }
  for (const gone of old.values()) gone.remove();
}
