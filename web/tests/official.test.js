// "Is this really you?": ten things that reach people, in five languages, without scripts; each looked at in both widths and schemes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, newPerson } from "./browser.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

const CASES = [
  ["our-link", "https://help.dengta.example/en", "official"],
  ["our-address", "support@dengta.example.com", "official"],
  ["our-phone", "+82 2 6956 0101", "official"],
  ["our-agent", "0102", "official"],
  ["their-link", "https://weather.example.org/today", "not-ours"],
  ["no-agent", "agent 9998", "not-ours"],
  ["added-words", "https://dengta-support.top/login", "imitation"],
  ["subdomain", "https://dengta.example.verify-id.cc/login", "imitation"],
  ["free-mail", "dengta.support.team@gmail.com", "imitation"],
  ["a-message", "Your account is locked. Please stay calm and call the security team before noon today, see https://dengta.example/en", "unknown"],
];

for (const language of ["zh-CN", "zh-TW", "en", "ko", "ja"]) {
  const say = wordsOf(language);

  test(`ten things that reach people, ${language}`, async () => {
    const page = await newPerson(browser, desk, { language });
    await page.goto(`/${language}/`);
    await page.getByRole("contentinfo").getByRole("link", { name: say("official-title") }).click();
    await inspect(page, `${language}-official`);
    for (const [name, pasted, verdict] of CASES) {
      await page.getByLabel(say("official-ask")).fill(pasted);
      await page.getByRole("button", { name: say("official-check") }).click();
      const answer = page.getByRole("status");
      await answer.waitFor();
      const sentence = verdict === "unknown" ? "official-verdict-message" : `official-verdict-${verdict}`;
      assert.equal(await answer.getByRole("heading").innerText(), say(sentence), pasted);
      assert.equal(await page.getByLabel(say("official-ask")).inputValue(), pasted, "what was pasted is still there");
      assert.equal(await answer.getByRole("link", { name: say("official-report") }).count(), verdict === "official" ? 0 : 1);
      await inspect(page, `${language}-official-${name}`);
    }
    assert.deepEqual(page.faults, []);
  });
}

test("without scripts it is whole, and a report has in it what was pasted", async () => {
  const say = wordsOf("en");
  const page = await newPerson(browser, desk, { language: "en", scripts: false });
  await page.goto("/en/official");
  await page.getByLabel(say("official-ask")).fill("https://dengta-support.top/login");
  await page.getByRole("button", { name: say("official-check") }).click();
  await page.getByRole("link", { name: say("official-report") }).click();
  assert.equal(await page.locator("#subject").inputValue(), "https://dengta-support.top/login");
});
