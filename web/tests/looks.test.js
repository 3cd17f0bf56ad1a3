// The pages that people look at all day, in each language, at each width and in both schemes: not in every combination,
// but so that each page was seen in each of them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, launch, newPerson, PHONE, WIDE } from "./browser.js";
import * as customer from "./customer.js";
import { startDesk } from "./desk.js";
import { wordsOf } from "./words.js";

const LANGUAGES = ["zh-CN", "zh-TW", "en", "ko", "ja"];
const VIEWPORTS = [PHONE, { width: 768, height: 1024 }, { width: 1024, height: 768 }, WIDE];
const EMAIL = "looks@example.com";
let desk, browser, visitor, admin, reference;

before(async () => {
  desk = await startDesk();
  browser = await launch();
  visitor = await newPerson(browser, desk, { language: "en" });
  admin = await newPerson(browser, desk, { language: "en" });
  const say = wordsOf("en");
  await admin.goto(desk.signInLink("admin"));
  await agent.firstTicket(admin).waitFor();
  await customer.findForm(visitor, say, "en");
  await customer.fillForm(visitor, say, { story: customer.STORIES.en, subject: customer.STORIES.en.subject, email: EMAIL });
  reference = await customer.send(visitor, say);
  await customer.openReceiptMail(visitor, say, { email: EMAIL, reference });
  await customer.proveAddress(visitor, say);
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** Each page begins elsewhere, so that not all of them are seen in the same combinations. */
const PAGES = [
  ["form", ({ language }) => visitor.goto(`/${language}/ask/deposit`)],
  ["case", ({ language }) => visitor.goto(`/${language}/cases/${reference}`)],
  ["inbox", () => opened("/desk/open", agent.firstTicket(admin))],
  ["conversation", () => conversation()],
  ["palette", async ({ say }) => {
    await conversation();
    await admin.keyboard.press("Control+k");
    await admin.getByRole("combobox", { name: say("palette") }).waitFor();
    await admin.locator("dialog[open] [role=option]").first().waitFor();
  }],
  ["merge", async ({ say }) => {
    await conversation("0.75 ETH from my Ledger", say);
    await admin.getByRole("region", { name: say("timeline") }).focus();
    await admin.keyboard.press("m");
    await admin.getByRole("dialog").getByRole("option").first().click();
    await admin.getByText(say("merge-undoable")).waitFor();
  }],
  ["settings", async ({ say, language }) => {
    const section = ["categories", "hours", "channels", "languages", "macros"][LANGUAGES.indexOf(language)];
    await opened(`/desk/settings/${section}`, admin.getByRole("heading", { level: 2, name: say(`settings-${section}`), exact: true }));
  }],
];

async function opened(path, shown) {
  await admin.goto(path);
  await shown.waitFor();
}

async function conversation(subject, say) {
  await opened("/desk/open", agent.firstTicket(admin));
  const row = subject ? admin.getByRole("link").filter({ hasText: subject }).first() : agent.firstTicket(admin);
  await row.click();
  await admin.getByRole("article").first().waitFor();
  if (say) await admin.getByText(say("likely-the-same")).first().waitFor();
}

for (const [index, [name, open]] of PAGES.entries()) {
  test(`${name}: each language, width and scheme`, async () => {
    const page = index < 2 ? visitor : admin;
    for (const [at, language] of LANGUAGES.entries()) {
      if (page === admin) await admin.evaluate((choice) => localStorage.setItem("dengta.language", choice), language);
      const say = wordsOf(language);
      await open({ language, say });
      const look = { viewport: VIEWPORTS[(at + index) % VIEWPORTS.length], scheme: (at + Math.floor(index / 2)) % 2 ? "dark" : "light" };
      await inspect(page, `look-${name}-${language}`, [look]);
    }
    assert.deepEqual(page.faults, []);
  });
}
