// Secrets that are known by their structure: PEM, keystores, otpauth links, JSON web tokens, key pairs as lists of integers.

import { ALONE, vocabulary } from "./vocabulary.js";

export function structures({ text }, found) {
  // What the patterns of the packs tell alone.
  ["api_secret", "cvv", "password", "totp_secret"].forEach((type, number) => {
    for (const { 0: value, index } of text.matchAll(vocabulary().said[ALONE + number])) found([index, index + value.length], type);
  });
  // PEM and OpenPGP private keys (RFC 7468): from the first dash to the last one, or as far as it goes.
  for (const { 0: block, index } of text.matchAll(/-----BEGIN [A-Z ]{0,99}PRIVATE KEY[^]*?(?:-----END [^-]*-----|$)/g)) {
    found([index, index + block.length], "private_key");
  }
  for (const { 0: link, index } of text.matchAll(/otpauth(?:-migration)?(?::\/\/|%3a%2f%2f)[!#-;=?-[\]-_a-z{-~]{1,2048}/gi)) {
    const whole = link.replace(/(?<![.,)'\]};*])[.,)'\]};*]+$/, "");
    if (/secret(?:=|%3d)|data=/i.test(whole)) found([index, index + whole.length], "totp_secret");
  }
  // RFC 7519: a header that decodes to JSON with an algorithm, a body, perhaps a signature.
  for (const { 0: row, index } of text.matchAll(/[\w.=-]{22,}/g)) {
    for (const { 0: part, index: from } of row.matchAll(/[\w-]+/g)) {
      const at = part.search(/(?<![a-z\d])eyJ/i);
      if (at < 0 || row.length - from - part.length < 11 || !/"(?:alg|typ|enc)"/.test(decoded(part.slice(at)))) continue;
      found([index + from + at, index + row.replace(/(?<![.=-])[.=-]+$/, "").length], "access_token");
      break;
    }
  }
  keystores(text, found);
  // 64 integers up to 255. Whether they are a pair of keys only its curve would tell: a warning may do without.
  for (const { 0: list, index } of text.matchAll(/\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){63}\s*\]/g)) found([index, index + list.length], "private_key");
}

function decoded(part) {
  try { return atob(part.replace(/-/g, "+").replace(/_/g, "/")); } catch { return ""; }
}

/** Objects with a ciphertext and a key derivation: Ethereum's Web3 Secret Storage and its like. */
function keystores(text, found) {
  let [depth, start] = [0, 0];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === "{") start = depth++ ? start : index;
    else if (depth && !--depth && /ciphertext/i.test(text.slice(start, index)) && /kdf|scrypt/i.test(text.slice(start, index))) {
      found([start, index + 1], "private_key");
    }
  }
}
