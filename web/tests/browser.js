// Chromium, and what is looked at on every page: axe-core's rules, and pictures for people.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pictures } from "./places.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The browser calls nobody by itself; without a display there is no sandbox to be had in a container.
const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const PHONE = { width: 390, height: 844 };
export const WIDE = { width: 1440, height: 900 };
const EVERY_LOOK = [PHONE, WIDE].flatMap((viewport) => ["light", "dark"].map((scheme) => ({ viewport, scheme })));

export function launch() {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
}

/** A person's browser: its own cookies, language, and whether it runs scripts. */
export async function newPerson(browser, desk, { language, scripts = true, viewport = WIDE, scheme = "light" }) {
  const context = await browser.newContext({
    baseURL: desk.origin, locale: language, javaScriptEnabled: scripts, viewport, colorScheme: scheme,
    reducedMotion: "reduce",
  });
  // A machine that builds something else at the same time is slow; nothing waits for longer than it takes.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  return page;
}

/** Takes the page's picture at both widths in both schemes, or as it is said, and asks axe-core about each; then all is as before. */
export async function inspect(page, name, looks = EVERY_LOOK) {
  const before = page.viewportSize();
  for (const { viewport, scheme } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme });
    const look = `${viewport.width}-${scheme}`;
    await page.screenshot({ path: join(pictures, `${name}-${look}.png`), fullPage: true });
    await assertAccessible(page, `${name} (${look})`);
    await assertNoSidewaysScroll(page, `${name} (${look})`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
}

/** For a page without scripts: the same markup in a page that may run axe-core, which needs timers. */
export async function inspectMarkup(browser, page, name) {
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const twin = await context.newPage();
  const markup = { contentType: "text/html; charset=utf-8", body: await page.content() };
  await twin.route(page.url(), (route) => route.fulfill(markup));
  await twin.goto(page.url());
  await assertAccessible(twin, name);
  await context.close();
}

async function assertAccessible(page, name) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations);
  const told = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
  assert.deepEqual(told, [], `axe-core on ${name}`);
}

/** A phone that scrolls sideways is a page that was never looked at. */
async function assertNoSidewaysScroll(page, name) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${name} is ${content} px wide in a window of ${window} px`);
}
