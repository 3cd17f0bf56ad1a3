// A visitor on the exchange's page and an agent in the workspace talk; the network is cut and the desk is killed in the middle
// of it. Nothing is lost, nothing comes twice, the order is kept, and the visitor who reloads is still there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { signedIn } from "./agent.js";
import { inspect, newPerson } from "./browser.js";
import { browser, desk } from "./stage.js";

const TALKS = {
  "zh-CN": { role: "agent", person: "我要人工客服", hello: "您好，请问有什么可以帮您？", words: (n) => `第 ${n} 条消息：充值还没到账`, answers: (n) => `第 ${n} 个回答：正在查询` },
  ko: { role: "lead", person: "상담원과 연결해 주세요", hello: "안녕하세요, 무엇을 도와드릴까요?", words: (n) => `${n}번째 메시지: 입금이 아직 안 됐어요`, answers: (n) => `${n}번째 답변: 확인하고 있습니다` },
};

/** The panel in its frame, opened by the bubble if it is not. */
async function openPanel(page) {
  const bubble = page.locator("button[aria-expanded]");
  await bubble.waitFor();
  if ((await bubble.getAttribute("aria-expanded")) === "false") await bubble.click();
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame.locator("#body").waitFor();
  return frame;
}

async function write(frame, text) {
  await frame.locator("#body").fill(text);
  await frame.locator("#body").press("Enter");
}

const said = (frame, text) => frame.locator(".message", { hasText: text }).first().waitFor();

async function until(what, holds) {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`it never came about: ${what}`);
}

/** What the workspace's page asks of the API. */
const api = (page, method, path, body) =>
  page.evaluate(async ([method, path, body]) => {
    const answer = await fetch(`/api/v1${path}`, { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }, [method, path, body]);

/** The agent's answer, sent as often as it takes: the same key again is the same answer. */
const answer = (page, ticket, text) =>
  page.evaluate(async ([ticket, text]) => {
    const key = crypto.randomUUID();
    for (;;) {
      const sent = await fetch(`/api/v1/tickets/${ticket}/replies`, {
        method: "POST", headers: { "content-type": "application/json", "idempotency-key": key }, body: JSON.stringify({ body: text }),
      }).catch(() => null);
      if (sent?.ok) return;
      await new Promise((go) => setTimeout(go, 200));
    }
  }, [ticket, text]);

async function messages(agent, ticket) {
  const { results } = await api(agent, "GET", `/tickets/${ticket}/entries?limit=500`);
  return results.filter(({ kind }) => kind === "message");
}

for (const language of Object.keys(TALKS)) {
  test(`a conversation in ${language} outlives its network and its desk`, async () => {
    const talk = TALKS[language];
    const agent = await signedIn(browser, desk, { role: talk.role, language: "en" });
    await api(agent, "PUT", "/presence", { available: true });
    const visitor = await newPerson(browser, desk, { language });
    await visitor.goto(`/_demo/shop-front?lang=${language}`);
    let panel = await openPanel(visitor);

    // The assistant is asked for a person, and the agent takes the conversation.
    await write(panel, talk.person);
    let ticket;
    await until("it is offered", async () => {
      const { offers, waiting } = await api(agent, "GET", "/lines");
      ticket = [...offers, ...waiting][0]?.ticket.id;
      return ticket;
    });
    await api(agent, "POST", `/tickets/${ticket}/line`);
    await agent.goto(`/desk/open/${ticket}`);
    await answer(agent, ticket, talk.hello);
    await said(panel, talk.hello);
    if (language === "zh-CN") await inspect(visitor, "chat-talking");

    // The line is cut: what is written waits, and goes when there is one again.
    await visitor.context().setOffline(true);
    for (const n of [1, 2, 3]) await write(panel, talk.words(n));
    for (const n of [1, 2]) await answer(agent, ticket, talk.answers(n));
    await visitor.context().setOffline(false);
    await until("all is there", async () => (await messages(agent, ticket)).some(({ body }) => body === talk.words(3)));
    await said(panel, talk.answers(2));

    // The desk is killed while both write.
    const writing = (async () => {
      for (let n = 4; n <= 12; n++) await write(panel, talk.words(n));
    })();
    const answering = (async () => {
      for (let n = 3; n <= 6; n++) await answer(agent, ticket, talk.answers(n));
    })();
    await until("some of it is there", async () => (await messages(agent, ticket)).some(({ body }) => body === talk.words(5)));
    await desk.kill();
    await desk.again();
    await Promise.all([writing, answering]);
    await until("all of it is there", async () => (await messages(agent, ticket).catch(() => [])).some(({ body }) => body === talk.words(12)));

    const all = await messages(agent, ticket);
    const by = (kind) => all.filter(({ actor }) => actor.kind === kind).map(({ body }) => body);
    const numbers = (from, to, of) => Array.from({ length: to - from + 1 }, (_, index) => of(from + index));
    assert.deepEqual(by("customer"), [talk.person, ...numbers(1, 12, talk.words)]);
    assert.deepEqual(by("agent"), [talk.hello, ...numbers(1, 6, talk.answers)]);
    await said(panel, talk.answers(6));

    // Reloaded, the visitor is still there and reads the same, in the same order.
    await visitor.reload();
    panel = await openPanel(visitor);
    await said(panel, talk.answers(6));
    const order = [...numbers(1, 12, talk.words), ...numbers(1, 6, talk.answers)];
    const shown = async () => (await panel.locator(".message .text, .message .html").allTextContents()).map((text) => text.trim()).filter((text) => order.includes(text));
    await until("all is shown", async () => (await shown()).length === order.length);
    assert.deepEqual(await shown(), all.map(({ body }) => body).filter((body) => order.includes(body)));
    await api(agent, "POST", `/tickets/${ticket}/closure`);
    await panel.locator("input[type=radio]").first().waitFor({ state: "attached" });
    assert.deepEqual(visitor.faults.filter((fault) => !/net::ERR|Failed to load resource|WebSocket/.test(fault)), []);
    await visitor.context().close();
    await agent.context().close();
    await desk.verify();
  });
}
