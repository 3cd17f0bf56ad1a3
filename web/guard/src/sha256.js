// SHA-256 (FIPS 180-4). The browser's own is asynchronous, and absent where a page comes without TLS.

/** The first 32 bits of the cube roots, or of the square roots, of the first primes. */
function roots(amount, exponent) {
  const found = [];
  for (let number = 2; found.length < amount; number++) {
    let prime = true;
    for (let part = 2; part * part <= number; part++) prime &&= number % part > 0;
    if (prime) found.push(number ** exponent % 1 * 2 ** 32 | 0);
  }
  return Int32Array.from(found);
}

const CONSTANTS = roots(64, 1 / 3);
const START = roots(8, 1 / 2);
const turn = (word, bits) => word >>> bits | word << 32 - bits;

const words = new Int32Array(64);

/** The digest of bytes, as bytes. */
export function sha256(bytes) {
  const { length } = bytes;
  const padded = new Uint8Array((length + 72 >> 6) << 6);
  padded.set(bytes);
  padded[length] = 0x80;
  padded[padded.length - 2] = length >> 5;
  padded[padded.length - 1] = length << 3;
  const state = Int32Array.from(START);
  for (let block = 0; block < padded.length;) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let round = 0; round < 64; round++) {
      let word = 0;
      if (round < 16) for (let byte = 0; byte < 4; byte++) word = word << 8 | padded[block++];
      else {
        const [early, late] = [words[round - 15], words[round - 2]];
        word = words[round - 16] + (turn(early, 7) ^ turn(early, 18) ^ early >>> 3) + words[round - 7] + (turn(late, 17) ^ turn(late, 19) ^ late >>> 10) | 0;
      }
      words[round] = word;
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + CONSTANTS[round] + word | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      h = g;
      g = f;
      f = e;
      e = d + one | 0;
      d = c;
      c = b;
      b = a;
      a = one + two | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] += word; });
  }
  const digest = new Uint8Array(32);
  for (let at = 0; at < 32; at++) digest[at] = state[at >> 2] >> 24 - at % 4 * 8;
  return digest;
}
