// The panel's story in a browser: nothing lost, nothing twice, nothing told to strangers. Run by hand: `npm run story -w widget`.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { launch } from "../../tests/browser.js";
import { startDesk } from "./desk.js";

let desk, browser, context;

before(async () => { browser = await launch(); });
after(() => browser?.close());
beforeEach(async () => {
  desk = await startDesk();
  context = await browser.newContext({ locale: "en", viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(10_000);
});
afterEach(async () => {
  await context.close();
  desk.stop();
});

const until = async (truth, what = String(truth)) => {
  for (let tries = 0; !(await truth()); tries++) {
    assert.ok(tries < 150, `never: ${what}`);
    await new Promise((go) => setTimeout(go, 100));
  }
};
const newPage = async () => {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  return page;
};
/** The panel in a tab of its own. */
async function alone(path = "/en/chat") {
  const page = await newPage();
  await page.goto(desk.origin + path);
  await page.locator("#body").waitFor();
  return page;
}
async function write(panel, text) {
  await panel.locator("#body").fill(text);
  await panel.locator("#body").press("Enter");
}
const shown = (panel) => panel.locator(".message .text, .message .html").allTextContents();
const said = (panel, text) => panel.locator(".message", { hasText: text }).waitFor();
const stored = () => desk.chat()?.entries.filter(({ from }) => from === "customer").map(({ text }) => text) ?? [];

/** A host's page with the bubble, and the panel in its frame. */
async function hosted(query = "", origin = desk.kin) {
  const page = await newPage();
  await page.goto(`${origin}/?data-language=en${query}`);
  await page.locator("button[aria-expanded]").waitFor();
  return page;
}
async function opened(page) {
  await page.locator("button[aria-expanded=false]").click();
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame.locator("#body").waitFor();
  return frame;
}

test("until it is opened the loader fetches nothing else, and the host's policy suffices", async () => {
  const page = await hosted();
  await page.waitForTimeout(500);
  assert.deepEqual(desk.requests, ["GET /widget.js"]);
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const frame = await opened(page);
  assert.deepEqual(problems, []);
  assert.equal(desk.sessions, 0);
  await write(frame, "Hello");
  await frame.locator(".tick.sent").waitFor();
  assert.equal(desk.sessions, 1);
  assert.equal(desk.chat().given.page.url, `${desk.kin}/`);
});

test("keyboard: opens with Enter, closes with Escape, the focus comes back", async () => {
  const page = await hosted();
  await page.locator("a").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame.locator("#body:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("button[aria-expanded=false]:focus").waitFor();
});

test("the host's interface: open, language, theme, unread, off", async () => {
  const page = await hosted();
  await page.evaluate(() => {
    window.told = [];
    for (const name of ["open", "close", "ready", "unread"]) window.dengta("on", name, (value) => window.told.push([name, value]));
    window.off = window.dengta("on", "open", () => window.told.push(["never"]));
    window.off();
    window.dengta("open");
  });
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await write(frame, "Hello");
  await frame.locator(".tick.sent").waitFor();
  await page.evaluate(() => { window.dengta("theme", "dark"); window.dengta("language", "ko"); });
  await until(() => frame.evaluate(() => document.documentElement.lang === "ko"));
  assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(13, 20, 28)");
  await page.evaluate(() => window.dengta("close"));
  desk.chat().agent("<p>secret words</p>");
  desk.chat().agent("<p>more</p>");
  await until(() => page.evaluate(() => window.told.some(([name, value]) => name === "unread" && value === 2)));
  assert.match(await page.locator("button[aria-expanded]").getAttribute("aria-label"), /2/);
  assert.doesNotMatch(JSON.stringify(await page.evaluate(() => window.told)), /secret|Hello|never/);
  await page.evaluate(() => window.dengta("open"));
  await until(() => page.evaluate(() => window.told.at(-1)[0] === "unread" && window.told.at(-1)[1] === 0));
  await until(() => desk.chat().state.read === 3);
  assert.deepEqual(page.faults, []);
});

test("who came before sees the unread count without opening", async () => {
  const page = await hosted();
  const frame = await opened(page);
  await write(frame, "Hello");
  await frame.locator(".tick.sent").waitFor();
  desk.chat().agent("<p>one</p>");
  await frame.locator(".html").waitFor();
  await page.goto("about:blank");
  desk.chat().agent("<p>two</p>");
  await page.goto(`${desk.kin}/?data-language=en`);
  await page.locator("button[aria-label*='unread messages: 1']").waitFor();
});

test("a cut line is taken up exactly where it broke", async () => {
  const page = await alone();
  await write(page, "Hello");
  await page.locator(".tick.sent").waitFor();
  await until(() => desk.chat().lines.size === 1);
  desk.chat().agent("<p>one</p>");
  await said(page, "one");
  desk.cut();
  desk.chat().agent("<p>two</p>", {});
  desk.chat().add({ html: "<p>four</p>", author: { name: "Lin", number: "0417" } }, 1);
  await said(page, "four");
  assert.deepEqual(await shown(page), ["Hello", "one", "two", "four"]);
  assert.ok(desk.requests.includes("SOCKET /api/v1/chat/live?after=2"));
});

test("without sockets a stream, without streams asking again", async () => {
  for (const streams of [true, false]) {
    desk.sockets = false;
    desk.streams = streams;
    const page = await alone();
    await write(page, `Hello ${streams}`);
    await page.locator(".tick.sent").last().waitFor();
    desk.chat().agent(`<p>heard ${streams}</p>`);
    await page.getByText(`heard ${streams}`).waitFor({ timeout: 20_000 });
    await page.close();
  }
});

test("what is written without a line waits, says so, survives a reload, and goes once and in order", async () => {
  const page = await alone();
  await write(page, "first");
  await page.locator(".tick.sent").waitFor();
  desk.down = true;
  desk.cut();
  await write(page, "second");
  await write(page, "third");
  await page.locator("#body").fill("a draft");
  await page.locator(".tick.waiting").first().waitFor();
  await page.getByText("No connection; trying again").waitFor();
  await page.reload();
  await page.locator(".message").nth(1).waitFor();
  assert.deepEqual(await shown(page), ["second", "third"]);
  assert.equal(await page.locator("#body").inputValue(), "a draft");
  desk.down = false;
  await until(() => stored().length === 3);
  await until(async () => (await shown(page)).length === 3);
  assert.deepEqual(stored(), ["first", "second", "third"]);
  assert.deepEqual(await shown(page), ["first", "second", "third"]);
});

test("a lost answer sends nothing twice", async () => {
  const page = await alone();
  desk.loseAnswer = true;
  await write(page, "once");
  await page.locator(".tick.sent").waitFor();
  await page.waitForTimeout(1500);
  assert.deepEqual(stored(), ["once"]);
  assert.deepEqual(await shown(page), ["once"]);
});

test("a refusal is told with its reason; the message can be taken back", async () => {
  desk.refuse = (text) => (text === "bad" ? "Not like this." : null);
  const page = await alone();
  await write(page, "bad");
  await page.locator(".refused", { hasText: "Not like this." }).waitFor();
  await write(page, "good");
  await until(() => stored().length === 1);
  await page.getByRole("button", { name: "Take back and edit" }).click();
  assert.equal(await page.locator("#body").inputValue(), "bad");
  assert.equal(await page.locator(".refused").count(), 0);
});

test("two tabs show the same, and send each message once", async () => {
  const [one, other] = [await alone(), await alone()];
  await write(one, "from one");
  await until(async () => (await shown(other)).includes("from one"));
  await Promise.all([write(one, "a"), write(other, "b")]);
  await until(() => stored().length === 3);
  desk.chat().agent("<p>answer</p>");
  for (const page of [one, other]) await said(page, "answer");
  assert.equal(desk.sessions, 1);
  assert.deepEqual((await shown(one)).sort(), (await shown(other)).sort());
  assert.equal((await shown(one)).length, 4);
});

test("who is signed in is told with the first message; who signed out leaves nothing", async () => {
  const page = await hosted();
  await page.evaluate(() => window.dengta("identify", async () => "the exchange's token"));
  const frame = await opened(page);
  await page.waitForTimeout(300);
  await write(frame, "mine");
  await frame.locator(".tick.sent").waitFor();
  assert.equal(desk.chat().given.identity, "the exchange's token");
  await frame.locator("#body").fill("a draft of mine");
  await page.goto(`${desk.kin}/?data-language=en`);
  await page.locator("button[aria-expanded]").waitFor();
  await page.evaluate(() => window.dengta("identify", null));
  const next = await opened(page);
  await next.locator(".welcome").waitFor();
  await until(async () => (await next.locator("#body").inputValue()) === "");
  assert.deepEqual(await shown(next), []);
});

test("a hostile page around gets nothing and does nothing", async () => {
  const page = await hosted();
  const frame = await opened(page);
  await write(frame, "my words");
  await frame.locator(".tick.sent").waitFor();
  const heard = await page.evaluate(async (origin) => {
    const all = [];
    addEventListener("message", ({ data }) => all.push(data));
    const inner = document.querySelector("div:last-of-type").shadowRoot.querySelector("iframe").contentWindow;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => all.push(data);
    inner.postMessage({ type: "dengta-connect" }, origin, [channel.port2]);
    inner.postMessage({ type: "open" }, origin);
    for (const data of [{ type: "send", value: "x" }, { type: "language", value: "../x" }, { type: "identify", value: "x".repeat(9000) }]) channel.port1.postMessage(data);
    await new Promise((go) => setTimeout(go, 500));
    return all;
  }, desk.origin);
  assert.deepEqual(heard, []);
  assert.deepEqual(stored(), ["my words"]);
  assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
});

test("words of customers and strangers stay text; our HTML is looked at once more", async () => {
  const page = await alone();
  await write(page, "<img src=x onerror=alert(1)>");
  await page.locator(".tick.sent").waitFor();
  desk.chat().agent(`<p onclick="x()" style="color:red">ok <a href="javascript:x()">bad</a> <a href="/en/a">good</a><img src=x onerror=x()><script>x()</script></p>`);
  const html = page.locator(".html p");
  await html.waitFor();
  assert.equal(await html.evaluate((p) => p.outerHTML), '<p>ok <a target="_blank" rel="noopener noreferrer">bad</a> <a href="/en/a" target="_blank" rel="noopener noreferrer">good</a></p>');
  assert.equal(await page.locator(".own .text").textContent(), "<img src=x onerror=alert(1)>");
});

test("files: pasted, in parts, with a line that breaks, shown and opened", async () => {
  const page = await alone();
  const png = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 600);
    const draw = canvas.getContext("2d");
    const noise = draw.createImageData(600, 600);
    for (let at = 0; at < noise.data.length; at += 65_536) crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
    draw.putImageData(noise, 0, 0);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  const file = { name: "screen.png", mimeType: "image/png", buffer: Buffer.from(png) };
  desk.breaks = 2;
  await page.locator("input[type=file]").first().setInputFiles([file, { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") }]);
  await write(page, "see this");
  await page.locator(".picture img[src]").waitFor();
  assert.equal(desk.chat().entries[0].files.length, 2);
  const kept = [...desk.chat().files.values()].find(({ name }) => name === "screen.png");
  assert.ok(kept.bytes.equals(file.buffer));
  await page.locator(".picture").click();
  await page.locator("dialog img[src]").waitFor();
  await page.keyboard.press("Escape");
  await until(async () => (await page.locator("dialog").count()) === 0);
  await page.locator(".picture:focus").waitFor();
});

test("a secret is told before it is sent; nothing that an input method composes is sent", async () => {
  const page = await alone();
  const text = page.locator("#body");
  await text.fill("my password is Hunter2!xyz9");
  await page.waitForTimeout(1200);
  await text.press("Enter");
  await page.locator(".guard").waitFor();
  assert.deepEqual(stored(), []);
  await page.screenshot({ path: "/tmp/chat/shots/guard.png" });
  await page.getByRole("button", { name: "Take it out" }).click();
  assert.doesNotMatch(await text.inputValue(), /Hunter2/);
  await text.fill("ni");
  await text.evaluate((body) => body.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })));
  await page.waitForTimeout(300);
  assert.deepEqual(stored(), []);
});

test("when the session is over what was typed still goes", async () => {
  const page = await alone();
  await write(page, "one");
  await page.locator(".tick.sent").waitFor();
  desk.chats.clear();
  desk.cut();
  await write(page, "two");
  await until(() => desk.chats.size === 1 && stored().includes("two"));
});

test("older messages load when one scrolls up, and one stays where one reads", async () => {
  const page = await alone();
  await write(page, "start");
  await page.locator(".tick.sent").waitFor();
  for (let at = 0; at < 150; at++) desk.chat().agent(`<p>message ${at}</p>`);
  await page.reload();
  await page.getByText("message 149").waitFor();
  assert.equal(await page.getByText("message 20", { exact: true }).count(), 0);
  for (let tries = 0; tries < 10; tries++) {
    await page.locator(".scroll").evaluate((area) => { area.scrollTop = 0; });
    await page.waitForTimeout(150);
  }
  await said(page, "start");
  await page.locator(".jump").click();
  await until(() => page.locator(".jump").isHidden());
});

test("person, address, end, rating, and again", async () => {
  const page = await alone();
  await write(page, "Hello");
  await page.getByRole("button", { name: "Talk to a person" }).click();
  await page.getByText("You are number 3 in line").waitFor();
  await page.getByRole("button", { name: "Leave an address" }).click();
  await page.getByLabel("Email address").fill("wrong");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Please write a whole address").waitFor();
  await page.getByLabel("Email address").fill("w@example.com");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("w•••@•••.com").waitFor();
  await page.getByRole("button", { name: "Options" }).click();
  await page.locator("#menu").getByRole("button", { name: "End the conversation" }).click();
  await page.locator("dialog button.main").click();
  await page.getByText("This conversation has ended").waitFor();
  await page.locator("#score-4").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Send the rating" }).click();
  await page.getByText("You gave 4 of 5").waitFor();
  await page.getByRole("button", { name: "Start a new one" }).click();
  await write(page, "Again");
  await until(() => desk.chat().state.state === "assistant");
  assert.deepEqual(page.faults, []);
});
