// What passes for the desk: a customer pastes it, both sides are told; nobody is called like the desk; and how long undecided
// secrets wait is set.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as agent from "./agent.js";
import { inspect, newPerson } from "./browser.js";
import * as customer from "./customer.js";
import { expectText } from "./expect.js";
import { openMail } from "./mailbox.js";
import { browser, desk } from "./stage.js";
import { wordsOf } from "./words.js";

const PHRASES = { en: "green lantern", "zh-CN": "绿色灯笼" };
const ANSWERS = { en: "That page is not ours. Your deposit is here.", "zh-CN": "那个网站不是我们的。您的充值已到账。" };
const FAKE = "https://dengta-support.top/login";

for (const [language, role] of Object.entries({ en: "admin", "zh-CN": "lead" })) {
  const say = wordsOf(language);
  const subject = `${customer.STORIES[language].subject} (imitation)`;
  const story = { ...customer.STORIES[language], body: `${customer.STORIES[language].body} ${FAKE}` };

  test(`${language}: a link that imitates is told to the customer and to the agent, and leads nowhere`, async () => {
    const page = await newPerson(browser, desk, { language });
    const email = `imitation-${language.toLowerCase()}@example.com`;
    await customer.findForm(page, say, language);
    await customer.fillForm(page, say, { story, subject, email });
    const name = customer.field(page, say, "field-name");
    const own = await name.inputValue();
    await name.fill("Dengta Support");
    await page.getByRole("button", { name: say("form-submit") }).click();
    await page.locator("[aria-invalid=true]").first().waitFor();
    assert.equal(await name.inputValue(), "Dengta Support", "what was typed stays");
    await inspect(page, `imitations-name-${language}`);
    await name.fill(own);
    const reference = await customer.send(page, say);
    await customer.openReceiptMail(page, say, { email, reference });
    await customer.proveAddress(page, say);
    await expectText(page, say("imitation-title"));
    assert.equal(await page.locator(`a[href^="${FAKE}"]`).count(), 0);
    await inspect(page, `imitations-case-${language}`);

    await page.getByRole("article").getByRole("link", { name: say("official-report") }).waitFor();

    const case_ = page.url();
    await page.getByRole("link", { name: say("site-cases") }).first().click();
    const phrase = page.getByLabel(say("field-phrase"));
    await phrase.fill("https://x.example");
    await page.getByRole("button", { name: say("phrase-save") }).click();
    await expectText(page, say("error-phrase-plain"));
    await inspect(page, `imitations-phrase-${language}`);
    await phrase.fill(PHRASES[language]);
    await page.getByRole("button", { name: say("phrase-save") }).click();
    await expectText(page, say("notice-phrase"));

    const lin = await agent.signedIn(browser, desk, { role, language });
    await lin.goto("/desk/open");
    await agent.openTicket(lin, subject);
    const told = lin.getByRole("note").filter({ hasText: say("imitation-title") });
    await told.getByText(FAKE).waitFor();
    await inspect(lin, `imitations-desk-${language}`);
    await agent.answer(lin, say, ANSWERS[language]);
    await openMail(page, { to: email, subject: say("mail-answer-subject", { reference }) });
    await page.frameLocator("iframe").getByText(PHRASES[language]).first().waitFor();
    await page.goto(case_);
    await expectText(page, say("phrase-yours", { phrase: PHRASES[language] }));
    const code = await page.getByRole("article").filter({ hasText: ANSWERS[language] }).locator(".code code").innerText();
    await inspect(page, `imitations-code-${language}`);
    await page.goto(`/${language}/official`);
    await page.getByLabel(say("official-ask")).fill(code);
    await page.getByRole("button", { name: say("official-check") }).click();
    await page.getByRole("status").getByText(reference).first().waitFor();
    await inspect(page, `imitations-ours-${language}`);
    assert.deepEqual([...page.faults.filter((fault) => !/422/.test(fault)), ...lin.faults], []);
    if (role !== "admin") return;
    await lin.goto("/desk/settings/secrets");
    await lin.getByLabel(say("secrets-days")).fill("7");
    await lin.getByRole("button", { name: say("save"), exact: true }).click();
    await lin.getByRole("region", { name: say("toasts") }).getByText(say("settings-saved")).first().waitFor();
    await inspect(lin, `imitations-settings-${language}`);
  });
}
