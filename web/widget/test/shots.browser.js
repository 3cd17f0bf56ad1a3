// How it looks: each state at both widths, in both schemes, in two languages, with axe-core's rules. Pictures go to DENGTA_SCREENSHOTS
// or /tmp/chat/shots, for people to look at.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, PHONE, WIDE } from "../../tests/browser.js";
import { startDesk } from "./desk.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.env.DENGTA_SCREENSHOTS ?? "/tmp/chat/shots";
const WORDS = {
  "zh-CN": {
    asked: "从硬件钱包转出 0.5 BTC 已经两个小时，有 4 个确认，余额没有变化。交易哈希：9f3c7a1b5d2e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6e2d4",
    said: "<p>比特币充值需要 <b>6 个确认</b>才会入账，通常一小时左右。</p><ul><li>在链上查看确认数</li><li>无需重复提交</li></ul>",
    source: "比特币充值需要多少确认", person: "转人工客服", solved: "已经解决", agent: "<p>您好，这笔充值已在链上，目前 4/6 个确认，预计 20 分钟内到账。</p>",
    event: "Lin，客服编号 0417，接手了对话", taken: "一组助记词。它没有保存，这里没有人能看到。请立即把资产转到新的钱包。", incident: "BTC 充值到账延迟", topics: ["充值没有到账", "提现一直处理中", "丢失双重验证设备", "身份认证未通过"],
  },
  en: {
    asked: "I sent 0.5 BTC from my hardware wallet two hours ago, it has 4 confirmations and my balance did not change. Transaction id: 9f3c7a1b5d2e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6e2d4",
    said: "<p>Bitcoin deposits need <b>6 confirmations</b>, usually about an hour.</p><ul><li>See the confirmations on the chain</li><li>No need to send it again</li></ul>",
    source: "How many confirmations a deposit needs", person: "Talk to a person", solved: "That solved it", agent: "<p>Hello, your deposit is on the chain with 4 of 6 confirmations. It should be credited within 20 minutes.</p>",
    event: "Lin, agent 0417, took the conversation", taken: "A recovery phrase. It was not stored and nobody here can read it. Move the funds to a new wallet now.", incident: "BTC deposits are delayed", topics: ["Deposit did not arrive", "Withdrawal is pending", "Lost two-factor device", "Identity check failed"],
  },
};
let desk, browser;

before(async () => {
  desk = await startDesk();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  desk?.stop();
});

async function look(page, frame, name) {
  await page.screenshot({ path: `${folder}/${name}.png` });
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async () => (await globalThis.axe.run()).violations);
  const told = found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
  assert.deepEqual(told, [], `axe-core on ${name}`);
  const wide = await frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${name} scrolls sideways`);
}

for (const [language, words] of Object.entries(WORDS)) {
  for (const [width, viewport] of [["390", PHONE], ["1440", WIDE]]) {
    for (const scheme of ["light", "dark"]) {
      test(`${language}, ${width}, ${scheme}`, async () => {
        const name = (state) => `${state}-${language}-${width}-${scheme}`;
        Object.assign(desk, { incidents: [], suggestions: { articles: [], incidents: [] }, answers: null });
        desk.categories = words.topics.map((topic, at) => ({ slug: `t${at}`, name: topic }));
        const context = await browser.newContext({ viewport, colorScheme: scheme, locale: language, reducedMotion: "reduce", hasTouch: width === "390" });
        context.setDefaultTimeout(8000);
        const page = await context.newPage();
        const faults = [];
        page.on("pageerror", (error) => faults.push(String(error)));
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        await page.goto(`${desk.host}/?data-language=${language}`);
        const bubble = page.locator("button[aria-expanded]");
        await bubble.waitFor();
        await page.screenshot({ path: `${folder}/${name("bubble")}.png` });
        await bubble.click();
        const frame = await (await page.waitForSelector("iframe")).contentFrame();
        const text = frame.locator("#body");
        await text.waitFor();
        await look(page, frame, name("welcome"));

        desk.suggestions = {
          articles: [{ title: words.source, url: "/a", snippet: [{ text: words.asked.slice(0, 12), marked: true }, { text: words.asked.slice(12, 60), marked: false }] }],
          incidents: [{ title: words.incident, url: null }],
        };
        await text.fill(words.asked);
        await frame.locator(".fits").waitFor();
        await look(page, frame, name("fits"));
        desk.incidents = [{ title: words.incident, url: "/incidents/1" }];
        await text.press("Enter");
        await frame.locator(".tick.sent").waitFor();
        const chat = desk.chat();
        while (chat.lines.size === 0) await page.waitForTimeout(50);
        chat.tell({ type: "draft", text: words.source });
        await frame.locator(".writing .bubble").waitFor();
        chat.add({
          from: "assistant", html: words.said, sources: [{ title: words.source, url: "/a" }],
          offers: [{ kind: "person", label: words.person, value: "", url: null }, { kind: "resolved", label: words.solved, value: "", url: null }],
        });
        await frame.locator(".sources").waitFor();
        await look(page, frame, name("assistant"));

        await frame.locator(".offers button").first().click();
        await frame.locator(".queue").waitFor();
        await look(page, frame, name("waiting"));
        await frame.locator(".leave").click();
        await look(page, frame, name("leave"));
        await page.keyboard.press("Escape");

        chat.set({ state: "talking", agent: { name: "Lin", number: "0417" }, queue: null, seen: 1 });
        chat.add({ kind: "assigned", from: "desk", event: words.event });
        chat.agent(words.agent);
        chat.agent(words.agent);
        chat.add({ from: "customer", key: "k", text: words.asked.slice(0, 30), taken: words.taken });
        await text.fill("A");
        chat.tell({ type: "typing", on: true, name: "Lin" });
        await frame.locator(".taken").waitFor();
        await frame.locator(".check").first().click();
        await look(page, frame, name("talking"));
        await frame.getByRole("button", { name: /选项|Options/ }).click();
        await look(page, frame, name("menu"));
        await page.keyboard.press("Escape");
        chat.set({ state: "closed", agent: null, rateable: true });
        await frame.locator("label[for=score-4]").click();
        await look(page, frame, name("ended"));
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }
}
