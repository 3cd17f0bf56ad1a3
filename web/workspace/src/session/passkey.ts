// Passkeys as the browser has them (WebAuthn): asked for by the server's JSON, answered in JSON. Browsers do both by
// themselves since 2025; written out here for those that came before.
import { outcome, type Me, type Outcome, type Passkey } from "@dengta/api";
import { ask, server } from "../lib/server";
import { text } from "../lib/texts.svelte";

type Json = Record<string, unknown>;
type Described = { id: string; type: "public-key" };
/** The API describes what WebAuthn made as "some object". */
type Opaque = Record<string, never>;

/** Whether passkeys can work here: a browser that has them, a secure page, and a host name. */
export function passkeysWork(): boolean {
  const address = /^[\d.]+$|^\[/.test(location.hostname);
  return isSecureContext && !address && "PublicKeyCredential" in globalThis;
}

/** Whether the browser can offer passkeys beside the address that is typed. */
export async function passkeysOffered(): Promise<boolean> {
  return passkeysWork() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);
}

/** Asks the device to sign. With `offered`, it waits until the agent chooses a passkey from what the field offers. */
export async function sign(offered?: AbortSignal): Promise<Outcome<Opaque>> {
  const asked = await outcome(server.POST("/api/v1/session/passkey/options"));
  if (!asked.ok) return asked;
  const options = asked.value.options as Json;
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: described(options.allowCredentials) };
  return answered(() =>
    navigator.credentials.get({ publicKey, ...(offered && { signal: offered, mediation: "conditional" as const }) }),
  );
}

export function signIn(credential: Opaque): Promise<Outcome<Me>> {
  return outcome(server.POST("/api/v1/session/passkey", { body: { credential } }));
}

/** Has the device make a passkey, and adds it. */
export async function add(name: string): Promise<Outcome<Passkey>> {
  const asked = await ask(server.POST("/api/v1/passkeys/options"));
  if (!asked.ok) return asked;
  const options = asked.value.options as Json & { user: Json };
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: described(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = await answered(() => navigator.credentials.create({ publicKey }));
  return made.ok ? ask(server.POST("/api/v1/passkeys", { body: { name, credential: made.value } })) : made;
}

async function answered(act: () => Promise<Credential | null>): Promise<Outcome<Opaque>> {
  try {
    const credential = await act();
    if (credential instanceof PublicKeyCredential) return { ok: true, value: toJson(credential) as Opaque };
  } catch (error) {
    if (error instanceof DOMException && error.name === "InvalidStateError") return told("passkey-already-here");
  }
  return told("passkey-cancelled");
}

function told(id: string): Outcome<never> {
  return { ok: false, problem: { type: "about:blank", status: 400, title: "", detail: text(id), errors: [] } };
}

function toJson(credential: PublicKeyCredential): Json {
  const { response } = credential;
  const parts: Json = { clientDataJSON: encoded(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    parts.attestationObject = encoded(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts.authenticatorData = encoded(response.authenticatorData);
    parts.signature = encoded(response.signature);
    parts.userHandle = response.userHandle && encoded(response.userHandle);
  }
  return { id: credential.id, rawId: encoded(credential.rawId), type: credential.type, response: parts, clientExtensionResults: {} };
}

function described(list: unknown): PublicKeyCredentialDescriptor[] {
  return ((list ?? []) as Described[]).map((each) => ({ ...each, id: bytes(each.id) }));
}

function bytes(text: unknown): Uint8Array<ArrayBuffer> {
  const plain = String(text).replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

function encoded(buffer: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
