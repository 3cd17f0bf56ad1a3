// A picture and a film, made in a browser of our own: no film of somebody lies in the repository.

const [SEGMENT, INFO, TRACKS, CLUSTER, CUES] = ["18538067", "1549a966", "1654ae6b", "1f43b675", "1c53bb6b"];
const [TIME, GROUP, BLOCK, DURATION, SCALE] = ["e7", "a0", "a1", "4489", "2ad7b1"];
const TOP = [INFO, TRACKS, CLUSTER, CUES];
export const WIDTH = 640;
const HEIGHT = 360;
/** Enough for two seconds of noise, which no codec makes small. */
const RECORDED_BYTES = 3 << 20;

/** A noisy picture, and a noisy film of at least so many bytes that tells how long it is and where to find what. */
export async function made(browser, bytes) {
  const page = await (await browser.newContext()).newPage();
  const [picture, recorded] = await page.evaluate(record, [WIDTH, HEIGHT, RECORDED_BYTES]);
  await page.context().close();
  return { picture: Buffer.from(picture, "base64"), film: lengthened(Buffer.from(recorded, "base64"), bytes) };
}

/** Runs in the browser. */
async function record([width, height, enough]) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  const draw = () => {
    const noise = pen.createImageData(width, height);
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
    pen.putImageData(noise, 0, 0);
  };
  draw();
  const drawing = setInterval(draw, 50);
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm;codecs=vp8", videoBitsPerSecond: 16_000_000 });
  const parts = [];
  const stopped = new Promise((done) => { recorder.onstop = done; });
  recorder.ondataavailable = ({ data }) => {
    parts.push(data);
    if (recorder.state === "recording" && parts.reduce((sum, { size }) => sum + size, 0) > enough) recorder.stop();
  };
  recorder.start(200);
  await stopped;
  clearInterval(drawing);
  const letters = (blob) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(blob);
  });
  return Promise.all([letters(await new Promise((done) => canvas.toBlob(done, "image/png"))), letters(new Blob(parts))]);
}

/**
 * The recording again and again until it has so many bytes, as a program that edits films would write it: a recorder
 * knows neither its duration nor where its pictures will be, and without both nobody can jump about in it.
 */
function lengthened(recorded, bytes) {
  const head = element(recorded, 0);
  const segment = [...children(recorded, element(recorded, head.end).body, recorded.length)];
  const raw = (id) => recorded.subarray(...span(segment.find((each) => each.id === id)));
  const clusters = segment.filter(({ id }) => id === CLUSTER).map(({ body, end }) => {
    const inside = [...children(recorded, body, end)];
    const time = inside.find(({ id }) => id === TIME);
    const blocks = inside.filter(({ id }) => id !== TIME).map((each) => recorded.subarray(...span(each)));
    return { at: number(recorded.subarray(time.body, time.end)), blocks: Buffer.concat(blocks) };
  });
  const last = clusters.at(-1);
  const length = last.at + timeOfLast(last.blocks) + 50;
  const round = clusters.reduce((sum, each) => sum + each.blocks.length, 0);
  const rounds = Math.ceil(bytes / round);
  const film = Array.from({ length: rounds }, (_, index) =>
    clusters.map(({ at, blocks }) => packed(CLUSTER, packed(TIME, whole(at + index * length)), blocks)));
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(rounds * length);
  const programs = [...children(recorded, ...inner(segment.find(({ id }) => id === INFO)))].filter(({ id }) => ![DURATION, SCALE].includes(id));
  const info = packed(INFO, packed(SCALE, whole(1_000_000)), ...programs.map((each) => recorded.subarray(...span(each))), packed(DURATION, duration));
  const before = Buffer.concat([info, raw(TRACKS)]);
  const cuesFrom = (first) => {
    let position = first;
    return packed(CUES, ...film.map((round, index) => {
      const cue = packed("bb", packed("b3", whole(index * length)), packed("b7", packed("f7", whole(1)), packed("f1", whole(position))));
      position += round.reduce((sum, cluster) => sum + cluster.length, 0);
      return cue;
    }));
  };
  // Every number takes four bytes, so that the length of the cues does not depend on what they say.
  const cues = cuesFrom(before.length + cuesFrom(0).length);
  return Buffer.concat([recorded.subarray(0, head.end), packed(SEGMENT, before, cues, ...film.flat())]);
}

/** When a cluster's last block is shown, from the time of the cluster: 16 bits after the number of its track. */
function timeOfLast(blocks) {
  const last = [...children(blocks, 0, blocks.length)].at(-1);
  const block = last.id === GROUP ? [...children(blocks, ...inner(last))].find(({ id }) => id === BLOCK) : last;
  return blocks.readInt16BE(block.body + 1);
}

const span = ({ start, end }) => [start, end];
const inner = ({ body, end }) => [body, end];
const number = (bytes) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function whole(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function packed(id, ...parts) {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(parts.reduce((sum, part) => sum + part.length, 0)) | 1n << 56n);
  return Buffer.concat([Buffer.from(id, "hex"), size, ...parts]);
}

/** An element of the Extensible Binary Meta Language (RFC 8794); without a known size its `end` is where its body begins. */
function element(bytes, start) {
  const idLength = Math.clz32(bytes[start]) - 23;
  const at = start + idLength;
  const sizeLength = Math.clz32(bytes[at]) - 23;
  const body = at + sizeLength;
  const size = [...bytes.subarray(at, body)].reduce((sum, byte, index) => sum * 256 + (index ? byte : byte & (0xff >> sizeLength)), 0);
  const unknown = size === 2 ** (7 * sizeLength) - 1 || !Number.isSafeInteger(size);
  return { id: bytes.subarray(start, at).toString("hex"), start, body, end: unknown ? body : body + size, unknown };
}

function* children(bytes, from, to) {
  for (let at = from; at < to; ) {
    const child = element(bytes, at);
    // What is recorded live ends where the next of its kind begins.
    while (child.unknown && child.end < to) {
      const next = element(bytes, child.end);
      if (TOP.includes(next.id)) break;
      child.end = next.end;
    }
    yield child;
    at = child.end;
  }
}
