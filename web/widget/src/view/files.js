// Files of a message: small pictures that open large, and the rest to be saved. They are fetched with the visitor's token, so they
// come as blobs.

import { openDialog } from "./dialog.js";
import { h, icon } from "./dom.js";

/** Addresses of blobs by path: each is fetched once. */
const kept = new Map();
async function addressOf(api, path) {
  if (!kept.has(path)) {
    kept.set(path, api.blob(path).then((blob) => URL.createObjectURL(blob)).catch((problem) => {
      kept.delete(path);
      throw problem;
    }));
  }
  return kept.get(path);
}
/** For when another visitor's conversation begins. */
export function forgetFiles() {
  for (const address of kept.values()) address.then((url) => URL.revokeObjectURL(url), () => {});
  kept.clear();
}

const path = ({ id }, what) => `/files/${encodeURIComponent(id)}/${what}`;

export const filesView = (app, files) =>
  h("ul", { class: "files" }, files.map((file) => h("li", {}, file.thumbnail ? picture(app, file) : other(app, file))));

function picture(app, file) {
  const image = h("img", { alt: "", width: 160, height: 120 });
  addressOf(app.api, path(file, "thumbnail")).then((url) => { image.src = url; }, () => {});
  return h("button", { type: "button", class: "picture", "aria-label": app.t("image", { name: file.name }), onclick: () => large(app, file) }, image);
}

async function large(app, file) {
  const isImage = /^image\/(png|jpeg|webp|gif|avif)$/.test(file.type);
  if (!isImage) return save(app, file);
  const image = h("img", { alt: file.name, class: "large" });
  openDialog(app, {
    title: file.name,
    className: "viewer",
    content: [image, h("div", { class: "buttons" }, h("button", { type: "button", class: "quiet", onclick: () => save(app, file) }, icon("save"), nameOf(app, file)))],
  });
  try {
    image.src = await addressOf(app.api, path(file, "content"));
  } catch {
    image.replaceWith(h("p", { role: "alert" }, app.t("file-gone")));
  }
}

const nameOf = ({ t, texts }, file) => t("download", { name: file.name, size: texts.bytes(file.size) });

const other = (app, file) =>
  h("button", { type: "button", class: "file", "aria-label": nameOf(app, file), onclick: () => save(app, file) },
    icon("file"), h("bdi", {}, file.name), h("small", {}, app.texts.bytes(file.size)));

async function save(app, file) {
  try {
    saveAs(await addressOf(app.api, path(file, "content")), file.name);
  } catch {
    app.act.say(app.t("file-gone"));
  }
}

/** Hands an address to the browser to be saved. */
export function saveAs(url, name) {
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
