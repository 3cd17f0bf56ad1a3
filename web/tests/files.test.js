// A customer sends pictures and a screen recording: over a slow line that breaks, with a reload in between, and without
// scripts at all. Then they stand on the case page, and the recording plays there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspect, launch, newPerson, PHONE, WIDE } from "./browser.js";
import * as customer from "./customer.js";
import { startDesk } from "./desk.js";
import { wordsOf } from "./words.js";

let desk, browser;
const say = wordsOf("en");
const story = customer.STORIES.en;

before(async () => {
  desk = await startDesk();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** A picture and a film of a few megabytes, drawn and recorded in a browser of our own. */
async function made() {
  const page = await (await browser.newContext()).newPage();
  const [picture, film] = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    const pen = canvas.getContext("2d");
    const draw = () => {
      const noise = pen.createImageData(640, 360);
      for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
      pen.putImageData(noise, 0, 0);
    };
    draw();
    const drawing = setInterval(draw, 50);
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm", videoBitsPerSecond: 16_000_000 });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.start(500);
    await new Promise((done) => setTimeout(done, 3000));
    const stopped = new Promise((done) => { recorder.onstop = done; });
    recorder.stop();
    await stopped;
    clearInterval(drawing);
    const picture = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const letters = async (blob) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    };
    return Promise.all([letters(picture), letters(new Blob(parts))]);
  });
  await page.context().close();
  return { picture: Buffer.from(picture, "base64"), film: Buffer.from(film, "base64") };
}

const chosen = (page) => page.locator("#files");
const line = (page, name) => page.locator(".files li", { hasText: name });
const arrived = (page, name) => line(page, name).locator("input[name=files]:not([disabled])").waitFor({ state: "attached" });

test("over a line that breaks, and through a reload, on a phone", async () => {
  const { picture, film } = await made();
  const page = await newPerson(browser, desk, { language: "en", viewport: PHONE });
  const email = "files-1@example.com";
  await customer.findForm(page, say, "en");
  await customer.fillForm(page, say, { story, subject: "With a recording", email });
  await chosen(page).setInputFiles([
    { name: "screenshot.png", mimeType: "image/png", buffer: picture },
    { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<html>") },
  ]);
  await arrived(page, "screenshot.png");
  await line(page, "page.html").locator(".error").waitFor();
  await inspect(page, "files-form");
  await line(page, "page.html").getByRole("button").click();

  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const speed = (uploadThroughput, offline = false) =>
    cdp.send("Network.emulateNetworkConditions", { offline, latency: 20, downloadThroughput: -1, uploadThroughput });
  await speed(600_000);
  await chosen(page).setInputFiles({ name: "recording.webm", mimeType: "video/webm", buffer: film });
  const progress = line(page, "recording.webm").locator("progress");
  await page.waitForFunction((bar) => bar.value > 300_000, await progress.elementHandle());
  await speed(600_000, true);
  await line(page, "recording.webm").getByText(say("files-waiting")).waitFor();
  await page.getByRole("button", { name: say("form-submit") }).click();
  await page.getByText(say("files-busy")).waitFor();
  await speed(600_000);
  const before = page.faults.splice(0).filter((fault) => !/ERR_INTERNET_DISCONNECTED|422/.test(fault));
  assert.deepEqual(before, []);
  await page.reload();
  await speed(-1);
  await arrived(page, "recording.webm");
  await arrived(page, "screenshot.png");
  assert.equal(await page.getByLabel(say("field-subject"), { exact: true }).inputValue(), "With a recording");

  const reference = await customer.send(page, say);
  await customer.openReceiptMail(page, say, { email, reference });
  await customer.proveAddress(page, say);
  await page.goto(`${desk.origin}/en/cases/${reference}`);
  const video = page.locator("video");
  await video.waitFor();
  const played = await video.evaluate(async (element) => {
    element.muted = true;
    await element.play();
    await new Promise((done) => { element.ontimeupdate = () => element.currentTime > 0.2 && done(); });
    return { width: element.videoWidth, at: element.currentTime };
  });
  assert.equal(played.width, 640);
  const small = page.locator("img[src$=thumbnail]");
  assert.ok(await small.evaluate((image) => image.complete && image.naturalWidth > 0));
  await inspect(page, "files-case");

  // A second message brings a file without a word.
  await chosen(page).setInputFiles({ name: "trace.log", mimeType: "text/plain", buffer: Buffer.from("12:00 queued\n") });
  await arrived(page, "trace.log");
  await page.getByRole("button", { name: say("case-reply-send") }).click();
  await page.getByRole("link", { name: "trace.log" }).waitFor();
  assert.equal(await page.locator(".files li").count(), 0, "what was sent is not offered again");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("without scripts", async () => {
  const page = await newPerson(browser, desk, { language: "en", scripts: false, viewport: WIDE });
  await customer.findForm(page, say, "en");
  await customer.fillForm(page, say, { story, subject: "Without scripts", email: "" });
  await chosen(page).setInputFiles([
    { name: "trace.log", mimeType: "text/plain", buffer: Buffer.from("12:00 queued\n") },
    { name: "fake.png", mimeType: "image/png", buffer: Buffer.from("no picture") },
  ]);
  await page.getByRole("button", { name: say("form-submit") }).click();
  await page.locator("#files-error").waitFor();
  await page.getByRole("checkbox", { name: "trace.log" }).waitFor();
  await page.locator("#email").fill("files-2@example.com");
  const reference = await customer.send(page, say);
  await customer.openReceiptMail(page, say, { email: "files-2@example.com", reference });
  await customer.proveAddress(page, say);
  await page.goto(`${desk.origin}/en/cases/${reference}`);
  await page.getByRole("link", { name: "trace.log" }).waitFor();
  await page.context().close();
});

test("every chain holds", async () => {
  assert.match(await desk.verify(), /\b0 faults/);
});
