// What an agent does in the workspace.

import { newPerson } from "./browser.js";
import { wordsOf } from "./words.js";

/** A browser in which the agent of a role is signed in. `prepare` is done with its page before anything is loaded. */
export async function signedIn(browser, desk, { role, language = "en", prepare = () => {} }) {
  const page = await newPerson(browser, desk, { language });
  await useLanguage(page, language);
  await prepare(page);
  await signIn(page, wordsOf(language), desk.signInLink(role));
  return page;
}

/** Signs in by the link that the demo printed. */
export async function signIn(page, say, link) {
  await page.goto(link);
  await page.getByRole("heading", { name: say("view-open") }).waitFor();
}

/** What this device has chosen, whatever language the agent's account speaks. */
export function useLanguage(page, language) {
  return page.addInitScript((choice) => localStorage.setItem("dengta.language", choice), language);
}

export function firstTicket(page) {
  return page.locator("a[href^='/desk/open/']").first();
}

/** Opens the ticket with this subject from the list of open ones, which loads on as it is scrolled. */
export async function openTicket(page, subject) {
  await page.goto("/desk/open");
  const ticket = page.getByRole("link").filter({ hasText: subject });
  await ticket.first().click();
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
}

export async function takeIt(page, say) {
  await page.getByRole("button", { name: say("assign-me") }).click();
  await page.getByRole("button", { name: say("hand-back") }).waitFor();
}

export async function answer(page, say, text) {
  await page.getByLabel(say("reply-body")).fill(text);
  await page.getByRole("button", { name: say("send"), exact: true }).click();
  const message = page.getByRole("article").filter({ hasText: text });
  await message.waitFor();
  await message.getByText(say("sending")).waitFor({ state: "detached" });
}

/** Waits until the customer's words are in the conversation. */
export async function sees(page, text) {
  await page.getByRole("article").filter({ hasText: text }).waitFor();
}
