// An agent adds a passkey, signs in with it, and removes it: Chromium with an authenticator of its own in software.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as agent from "./agent.js";
import { inspect, launch, newPerson } from "./browser.js";
import { startDesk } from "./desk.js";
import { expectText } from "./expect.js";
import { openMail } from "./mailbox.js";
import { wordsOf } from "./words.js";

const say = wordsOf("en");
const NAME = "Laptop at the harbour";
/** A device that keeps passkeys, knows its person and is always touched. */
const DEVICE = {
  protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal",
  hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
};

let desk, browser, page, device;

before(async () => {
  desk = await startDesk();
  browser = await launch();
  page = await newPerson(browser, desk, { language: "en" });
  await agent.useLanguage(page, "en");
  device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  device.id = (await device.send("WebAuthn.addVirtualAuthenticator", { options: DEVICE })).authenticatorId;
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

const inList = () => page.getByRole("list", { name: say("passkeys") }).getByText(NAME);
const button = (id, values) => page.getByRole("button", { name: say(id, values), exact: true });

/** Whether the browser offers passkeys beside the address; this device would answer at once. */
function offerPasskeys(offered) {
  return page.addInitScript((choice) => (PublicKeyCredential.isConditionalMediationAvailable = async () => choice), offered);
}

async function signOut() {
  // From a page that asks for nothing while the session ends.
  await page.goto("/en");
  await page.context().clearCookies({ name: "dengta_agent" });
  await page.goto("/desk/signin");
}

async function openAccount() {
  await page.goto("/desk/account");
  await page.getByRole("heading", { name: say("passkeys"), exact: true }).waitFor();
}

test("a passkey is added", async () => {
  await agent.signIn(page, say, desk.signInLink("agent"));
  await openAccount();
  await expectText(page, say("passkeys-none"));
  await page.getByLabel(say("passkey-name")).fill(NAME);
  await button("passkey-add").click();
  await expectText(page, say("passkey-added", { name: NAME }));
  await inList().waitFor();
  await inspect(page, "en-desk-passkeys");
  const { credentials } = await device.send("WebAuthn.getCredentials", { authenticatorId: device.id });
  assert.deepEqual(credentials.map((each) => [each.rpId, each.isResidentCredential]), [["localhost", true]]);
  await button("passkey-add").click();
  await expectText(page, say("passkey-already-here"));
});

test("the button at the door signs in", async () => {
  await offerPasskeys(false);
  await signOut();
  await button("passkey-sign-in").waitFor();
  await inspect(page, "en-desk-sign-in-passkey");
  await button("passkey-sign-in").click();
  await page.getByRole("heading", { name: say("view-open") }).waitFor();
});

test("a device that refuses is told kindly", async () => {
  await signOut();
  await device.send("WebAuthn.setUserVerified", { authenticatorId: device.id, isUserVerified: false });
  await button("passkey-sign-in").click();
  await expectText(page, say("passkey-cancelled"));
  await device.send("WebAuthn.setUserVerified", { authenticatorId: device.id, isUserVerified: true });
});

test("a passkey that is offered beside the address signs in without a click", async () => {
  await offerPasskeys(true);
  await signOut();
  await page.getByRole("heading", { name: say("view-open") }).waitFor();
});

test("removing asks who is there when the sign-in is old, and then for certain", async () => {
  // The desk's clock cannot be turned from here: its refusal is played once, what follows is real.
  const old = { status: 403, contentType: "application/problem+json", body: JSON.stringify({ type: "/problems/confirm-first", title: "x" }) };
  await page.route("**/api/v1/passkeys/*", (route) => route.fulfill(old), { times: 1 });
  await openAccount();
  await button("passkey-remove-of", { name: NAME }).click();
  await button("passkey-remove").click();
  await page.getByRole("heading", { name: say("confirm-me") }).waitFor();
  await inspect(page, "en-desk-confirm-me");
  await button("confirm-me-passkey").click();
  await expectText(page, say("passkey-removed", { name: NAME }));
  await expectText(page, say("passkeys-none"));
  const faults = page.faults.filter((fault) => !/status of 403/.test(fault));
  assert.deepEqual(faults, [], "errors in the browser's console");
  const { language, email } = await page.evaluate(async () => (await fetch("/api/v1/session")).json());
  const mail = wordsOf(language);
  for (const what of ["added", "removed"]) await openMail(page, { to: email, subject: mail(`mail-passkey-${what}-subject`) });
});
