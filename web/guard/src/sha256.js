// SHA-256 (FIPS 180-4). The browser's own is asynchronous, and absent where a page comes without TLS.

/** The first 32 bits of the cube roots, or of the square roots, of the first primes. */
function roots(amount, exponent) {
  const found = [];
  for (let number = 2; found.length < amount; number++) {
    let prime = true;
    for (let part = 2; part * part <= number; part++) prime &&= number % part > 0;
    if (prime) found.push(number ** exponent % 1 * 2 ** 32 | 0);
  }
  return found;
}

const CONSTANTS = roots(64, 1 / 3);
const START = roots(8, 1 / 2);
const turn = (word, bits) => word >>> bits | word << 32 - bits;

/** The digest of bytes, as bytes. */
export function sha256(bytes) {
  const padded = new Uint8Array((bytes.length + 72 >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const state = START.slice();
  for (let block = 0; block < padded.length; block += 64) {
    const words = [];
    let [a, b, c, d, e, f, g, h] = state;
    for (let round = 0; round < 64; round++) {
      const [early, late] = [words[round - 15], words[round - 2]];
      words[round] = round < 16 ? view.getInt32(block + round * 4)
        : words[round - 16] + (turn(early, 7) ^ turn(early, 18) ^ early >>> 3) + words[round - 7] + (turn(late, 17) ^ turn(late, 19) ^ late >>> 10) | 0;
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + CONSTANTS[round] + words[round] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + two | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] = state[at] + word | 0; });
  }
  return Uint8Array.from({ length: 32 }, (_, at) => state[at >> 2] >>> 24 - at % 4 * 8);
}
