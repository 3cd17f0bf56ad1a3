// Makes nodes of the server's HTML, of what is allowed only.

import { attributeStays, fate } from "../core/allowed.js";

export function safeNodes(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  clean(template.content);
  return template.content;
}

function clean(parent) {
  for (const node of [...parent.childNodes]) {
    if (node.nodeType === Node.TEXT_NODE) continue;
    const verdict = node instanceof Element ? fate(node.localName) : "drop";
    if (verdict === "drop") {
      node.remove();
      continue;
    }
    clean(node);
    if (verdict === "unwrap") node.replaceWith(...node.childNodes);
    else attributes(node);
  }
}

function attributes(element) {
  for (const { name, value } of [...element.attributes]) {
    if (!attributeStays(element.localName, name, value)) element.removeAttribute(name);
  }
  if (element.localName !== "a") return;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
}
