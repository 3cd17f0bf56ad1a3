// Secrets that are known by their structure: PEM, keystores, otpauth links, JSON web tokens, key pairs as lists of integers.

/** No keystore goes further from its ciphertext. */
const KEYSTORE = 4096;

export function structures({ text }, found) {
  // PEM and OpenPGP private keys (RFC 7468): from the first dash to the last one, or as far as it goes.
  for (let start = text.indexOf("-----BEGIN "); start >= 0; start = text.indexOf("-----BEGIN ", start + 11)) {
    const block = text.slice(start, start + 16384);
    if (!/^-----BEGIN [A-Z ]{0,99}PRIVATE KEY/.test(block)) continue;
    const close = block.indexOf("-----END ");
    const end = close < 0 ? -1 : block.indexOf("-----", close + 9);
    found([start, start + (end < 0 ? block.length : end + 5)], "private_key");
  }
  for (const { 0: link, index } of text.matchAll(/otpauth(?:-migration)?(?::\/\/|%3a%2f%2f)[!#-;=?-[\]-_a-z{-~]{1,2048}/gi)) {
    const whole = link.replace(/[.,)'\]};*]+$/, "");
    if (/secret(?:=|%3d)|data=/i.test(whole)) found([index, index + whole.length], "totp_secret");
  }
  // RFC 7519: a header that decodes to JSON with an algorithm, a body, perhaps a signature.
  for (const { 0: token, index } of text.matchAll(/(?<![a-z\d])eyJ[\w-]{8,2000}=*\.[\w.=-]{10,16000}/gi)) {
    const whole = token.replace(/[.=-]+$/, "");
    if (/"(?:alg|typ|enc)"/.test(decoded(token.split(/[.=]/, 1)[0]))) found([index, index + whole.length], "access_token");
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
  let done = 0;
  for (const { index } of text.matchAll(/ciphertext/gi)) {
    if (index < done) continue;
    done = index + 512;
    let depth = 0;
    let start = -1;
    for (let at = index; at >= 0 && at > index - KEYSTORE; at--) {
      if (text[at] === "}") depth++;
      else if (text[at] === "{" && depth-- === 0) start = at, depth = 0;
    }
    if (start < 0) continue;
    let end = start;
    depth = 0;
    do depth += { "{": 1, "}": -1 }[text[end]] ?? 0; while (++end < text.length && depth && end < index + KEYSTORE);
    if (!/kdf|scrypt/i.test(text.slice(start, end)) || !/mac|cipher|iv/i.test(text.slice(start, end))) continue;
    found([start, end], "private_key");
    done = end;
  }
}
