// One case from the form to the rating, in a real browser: with and without scripts, in two languages, on a phone and
// on a wide screen. Then the record is verified.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, inspectMarkup, launch, newPerson, PHONE, WIDE } from "./browser.js";
import * as customer from "./customer.js";
import { startDesk } from "./desk.js";
import { wordsOf } from "./words.js";

let desk, browser, agentPage;
const inEnglish = wordsOf("en");

before(async () => {
  desk = await startDesk();
  browser = await launch();
  agentPage = await agent.signedIn(browser, desk, { role: "agent" });
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

const people = ["zh-CN", "en"].flatMap((language) =>
  [true, false].flatMap((scripts) => [
    { language, scripts, viewport: WIDE, scheme: "light" },
    { language, scripts, viewport: PHONE, scheme: "dark" },
  ]),
);

for (const person of people) {
  const { language, scripts, viewport, scheme } = person;
  const name = `${language}, ${scripts ? "with" : "without"} scripts, ${viewport.width} px, ${scheme}`;
  test(`a missing deposit: ${name}`, async () => {
    const page = await newPerson(browser, desk, person);
    const say = wordsOf(language);
    const story = customer.STORIES[language];
    // Each story finds its own ticket in the list by its subject.
    const number = people.indexOf(person) + 1;
    const subject = `${story.subject} (${number})`;
    const email = `customer-${number}@example.com`;
    const look = (what) => lookAt(page, person, what);

    await customer.findForm(page, say, language);
    await look("form");
    await customer.fillForm(page, say, { story, subject, email });
    const reference = await customer.send(page, say);
    await look("receipt");
    await customer.openReceiptMail(page, say, { email, reference });
    await look("mail");
    await customer.proveAddress(page, say);
    await look("case-new");

    await agent.openTicket(agentPage, subject);
    await agent.takeIt(agentPage, inEnglish);
    await agent.answer(agentPage, inEnglish, story.answer);

    await customer.openAnswer(page, say, { email, reference, answer: story.answer });
    await look("case-answered");
    await customer.reply(page, say, story.again);
    await agent.sees(agentPage, story.again);
    await lookAt(agentPage, { language, scripts: true, viewport }, "desk-story");
    await customer.close(page, say);
    await look("case-closed");
    await customer.rate(page, say, story.praise);
    await look("case-rated");

    assert.deepEqual(page.faults, [], "errors in the browser's console");
    await page.context().close();
  });
}

test("the agent's browser saw no error, and every chain holds", async () => {
  assert.deepEqual(agentPage.faults, []);
  assert.match(await desk.verify(), /\b0 faults/);
});

/** Pictures are taken once a language; every story's markup is checked. */
async function lookAt(page, { language, scripts, viewport }, what) {
  if (!scripts) return inspectMarkup(browser, page, `${what}, ${language}, without scripts`);
  if (viewport === WIDE) return inspect(page, `${language}-${what}`);
}
