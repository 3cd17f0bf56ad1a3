// A customer sends pictures and a long screen recording: over a slow line that breaks, with a reload in between, and
// without scripts at all. Then they stand on the case page and in the workspace, and the recording plays in both.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as agent from "./agent.js";
import { inspect, newPerson, PHONE, WIDE } from "./browser.js";
import * as customer from "./customer.js";
import { made, WIDTH } from "./film.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
const story = customer.STORIES.en;
const SUBJECT = "With a recording";
const RECORDING_BYTES = 40 << 20;
/** Bytes a second: a phone's line out of a basement, and out in the street. */
const SLOW = 1_000_000, BETTER = 6_000_000;

const chosen = (page) => page.locator("#files");
/** Plays the film and jumps to near its end, as somebody does who looks for the moment at which it went wrong. */
async function plays(page) {
  const video = page.locator("video");
  await video.evaluate((film) => {
    film.muted = true;
    return film.play();
  });
  const holds = (what) => page.waitForFunction(what, null, { polling: 100 });
  await holds(() => document.querySelector("video").currentTime > 0.2);
  assert.equal(await video.evaluate((film) => film.videoWidth), WIDTH);
  const jumped = page.waitForResponse((answer) => answer.status() === 206 && !/^bytes 0-/.test(answer.headers()["content-range"]));
  const near = await video.evaluate((film) => (film.currentTime = film.duration - 3));
  await jumped;
  await holds(() => !document.querySelector("video").seeking);
  await page.waitForFunction((from) => document.querySelector("video").currentTime > from, near, { polling: 100 });
  await video.evaluate((film) => film.pause());
}

const line = (page, name) => page.locator(".files li", { hasText: name });
const arrived = (page, name) => line(page, name).locator("input[name=files]:not([disabled])").waitFor({ state: "attached" });

test("over a line that breaks, and through a reload, on a phone", async () => {
  const { picture, film } = await made(browser, RECORDING_BYTES);
  const page = await newPerson(browser, desk, { language: "en", viewport: PHONE });
  const email = "files-1@example.com";
  await customer.findForm(page, say, "en");
  await customer.fillForm(page, say, { story, subject: SUBJECT, email });
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
  await speed(SLOW);
  await chosen(page).setInputFiles({ name: "recording.webm", mimeType: "video/webm", buffer: film });
  const progress = line(page, "recording.webm").locator("progress");
  await page.waitForFunction((bar) => bar.value > 1_500_000, await progress.elementHandle());
  await speed(SLOW, true);
  await line(page, "recording.webm").getByText(say("files-waiting")).waitFor();
  await page.getByRole("button", { name: say("form-submit") }).click();
  await page.getByText(say("files-busy")).waitFor();
  await speed(BETTER);
  const before = page.faults.splice(0).filter((fault) => !/ERR_INTERNET_DISCONNECTED|422/.test(fault));
  assert.deepEqual(before, []);
  await page.reload();
  await arrived(page, "recording.webm");
  await arrived(page, "screenshot.png");
  await speed(-1);
  // Where to go on was asked while the piece that the reload cut off was still being written: it is put right once.
  const moved = page.faults.splice(0).filter((fault) => !/409/.test(fault));
  assert.deepEqual(moved, []);
  assert.equal(await page.getByLabel(say("field-subject"), { exact: true }).inputValue(), SUBJECT);

  const reference = await customer.send(page, say);
  await customer.openReceiptMail(page, say, { email, reference });
  await customer.proveAddress(page, say);
  await page.goto(`${desk.origin}/en/cases/${reference}`);
  await plays(page);
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

test("an agent plays it in the workspace", async () => {
  const page = await agent.signedIn(browser, desk, { role: "agent" });
  await agent.openTicket(page, SUBJECT);
  await plays(page);
  await inspect(page, "files-desk");
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
