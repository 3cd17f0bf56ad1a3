// Articles of real exchanges, brought in by the command line beside the running desk: the questions that customers ask
// find the passages that answer.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect, launch, newPerson } from "./browser.js";
import { startDesk } from "./desk.js";

/** The nearest `shared/seeds` above this file; CI has it. */
function seeds() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, "shared/seeds");
    if (existsSync(found)) return found;
  }
  return undefined;
}

const folder = seeds();
const skip = folder ? false : "there is no shared/seeds";

let desk, browser;

before(async () => {
  if (skip) return;
  desk = await startDesk({ sample: false });
  browser = await launch();
  await desk.run("help", "import", folder, "--lang", "zh-CN");
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** What is asked, and what one of the first two passages says. */
const QUESTIONS = [
  ["充值未到账怎么办", /未到账|没有到达账户/],
  ["2fa丢了", /丢失了您的 2FA 设备/],
  ["tixian", /提款|提现/],
  ["提現沒到賬", /未收到提款|提款状态|仍未到账/],
];

for (const [question, says] of QUESTIONS) {
  test(`${question} finds the right passage`, { skip }, async () => {
    const page = await newPerson(browser, desk, { language: "zh-CN" });
    const results = page.getByRole("main").locator("ul.found > li");
    // Customers see what the command line brought within a second; the page is asked again until then.
    for (let looks = 0; looks < 40; looks++) {
      await page.goto("/zh-CN/");
      await page.getByRole("combobox").fill(question);
      await page.getByRole("combobox").press("Enter");
      await page.waitForURL(/search/);
      if ((await results.count()) > 0) break;
    }
    const passages = (await results.allTextContents()).slice(0, 2);
    assert.ok(passages.some((passage) => says.test(passage)), passages.join("\n"));
    if (question === QUESTIONS[0][0]) await inspect(page, "zh-CN-help-seeds");
    await results.first().getByRole("link").click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(page.faults, []);
  });
}
