// Keys that prove themselves by a checksum: WIF and BIP-32 (base58check), BIP-38, Stellar (SEP-23), XRP Ledger seeds, bech32
// keys (BIP-173), mini keys. A Solana key pair would want arithmetic on its curve: beside a name only.

import { sha256 } from "./sha256.js";

const BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
/** bech32 names of private keys: Sui, Nostr, Cardano, age. */
const BECH32 = /^(suiprivkey|nsec|xprv|age-secret-key-)1([a-z\d]{41,400})$/i;

/** `true` if the row of letters and digits proves that it is a private key, "weak" if one in 256 does by chance. */
export function proof(run) {
  const { length } = run;
  if (/^S[A-Z2-7]{55}$/.test(run)) return isStellar(run);
  if (length === 22 || length === 26 || length === 30) if (run[0] === "S" && isMini(run)) return "weak";
  if (run[0] === "s" && length > 24 && length < 36) return isRipple(run);
  if (length > 49 && length < 54) return isWif(run);
  if (length > 106 && length < 114 && /^(?:.prv|Ltpv|Mtpv|dgpv)/.test(run)) return checked(run)?.length === 78;
  if (length === 58 && run.startsWith("6P")) return checked(run)?.length === 39;
  return (length === 54 || length === 98) && run.startsWith("edsk") && !!checked(run);
}

/** Whether the row is an address in base58check: a version and 20 bytes. */
export const isAddress = (run) => run.length > 24 && run.length < 37 && checked(run)?.length === 21;

function isWif(run) {
  const bytes = checked(run);
  return !!bytes && bytes[0] >= 0x80 && (bytes.length === 33 || bytes.length === 34 && bytes[33] === 1);
}

/** Version 0x21, or 01 E1 4B for Ed25519, and 16 bytes. */
function isRipple(run) {
  const bytes = checked(run, RIPPLE);
  return !!bytes && (bytes.length === 17 && bytes[0] === 0x21 || bytes.length === 19 && bytes[0] === 1 && bytes[1] === 0xe1);
}

/** Casascius' mini private key: the digest of it with a question mark begins with zero. */
const isMini = (run) => !!base58(run, BITCOIN) && sha256(new TextEncoder().encode(`${run}?`))[0] === 0;

/** The payload of base58check, version included. */
function checked(run, alphabet = BITCOIN) {
  const bytes = base58(run, alphabet);
  if (!bytes || bytes.length < 5) return;
  const body = bytes.slice(0, -4);
  const sum = sha256(sha256(body));
  return bytes.slice(-4).every((byte, at) => byte === sum[at]) ? body : undefined;
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
  for (const letter of run) {
    if (letter !== alphabet[0]) break;
    bytes.push(0);
  }
  return bytes.reverse();
}

/** SEP-23: version byte 18 << 3, 32 bytes, CRC16-XMODEM. */
function isStellar(run) {
  const bytes = [];
  let [held, bits] = [0, 0];
  for (const letter of run) {
    held = held << 5 & 0xfff | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
    bits += 5;
    if (bits > 7) bytes.push(held >> (bits -= 8) & 255);
  }
  let sum = 0;
  for (const byte of bytes.slice(0, 33)) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = (sum << 1 ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return bytes[0] === 144 && (bytes[33] | bytes[34] << 8) === sum;
}

/** A bech32 private key; 1 is the sum of bech32, the other that of bech32m (BIP-350). */
export function bech32(run) {
  const [, name, data] = BECH32.exec(run.toLowerCase()) ?? [];
  if (!name) return false;
  const codes = [...name].map((letter) => letter.charCodeAt(0));
  const values = [...data].map((letter) => "qpzry9x8gf2tvdw0s3jn54khce6mua7l".indexOf(letter));
  let sum = 1;
  for (const value of [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...values]) {
    const top = sum >>> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((part, bit) => { if (top >> bit & 1) sum ^= part; });
  }
  return sum === 1 || sum === 0x2bc830a3;
}
