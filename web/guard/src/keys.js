// Keys that prove themselves: WIF and XRP Ledger seeds by the sum of base58check; those whose beginning, letters and length
// nothing else has by these alone (BIP-32, BIP-38, Tezos, Stellar, bech32 of Nostr and Sui), which the server sums up. A Solana
// key pair would want arithmetic on its curve: beside a name only.

import { sha256 } from "./sha256.js";

const BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
const SHAPES =
  /^(?:S[A-Z2-7]{55}|6P.{56}|(?:.prv|[LM]tpv).{103,109}|edsk.{50}(?:.{44})?|(?:nsec|suiprivkey)1[^1bio]{58,})$/i;

/** Whether the row of letters and digits is a private key. */
export function proof(run) {
  const { length } = run;
  if (SHAPES.test(run)) return true;
  if (run[0] === "s" && length > 24 && length < 36) {
    // Version 0x21, or 01 E1 4B for Ed25519, and 16 bytes.
    const bytes = checked(run, RIPPLE);
    return bytes?.length === 17 && bytes[0] === 0x21 || bytes?.length === 19 && bytes[1] === 0xe1;
  }
  const bytes = length > 49 && length < 54 && checked(run);
  return bytes?.[0] >= 0x80 && (bytes.length === 33 || bytes.length === 34);
}

/** Whether the row is an address in base58check: a version and 20 bytes. */
export const isAddress = (run) => run.length > 24 && run.length < 37 && checked(run)?.length === 21;

/** The payload of base58check, version included. */
function checked(run, alphabet = BITCOIN) {
  const bytes = base58(run, alphabet);
  const body = bytes?.slice(0, -4);
  const sum = body && sha256(sha256(body));
  return sum && bytes.slice(-4).every((byte, at) => byte === sum[at]) ? body : undefined;
}

function base58(run, alphabet) {
  const bytes = [];
  for (const letter of run) {
    let carry = alphabet.indexOf(letter);
    if (carry < 0) return;
    for (let at = 0; at < bytes.length || carry; at++) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 255;
      carry >>= 8;
    }
  }
  for (let at = 0; run[at] === alphabet[0]; at++) bytes.push(0);
  return bytes.reverse();
}
