// Every sentence lives in locales/<language>/{common,desk,workspace,conversation,lines,desk-settings,desk-help,passkeys,secrets,impostors}.ftl; one language is loaded at a time.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { bestLanguage, languages, type Language } from "./languages";

const files = import.meta.glob<string>("../../../../locales/*/{common,desk,workspace,conversation,lines,desk-settings,desk-help,passkeys,secrets,impostors}.ftl", { query: "?raw", import: "default" });
const CHOICE = "dengta.language";

let bundle = $state.raw(new FluentBundle("en"));
let language = $state<Language>("en");

export const currentLanguage = (): Language => language;

export function startingLanguage(): Language {
  return chosenLanguage() ?? bestLanguage(navigator.languages);
}

/** What the agent chose on this device, which wins over what the account says. */
export function chosenLanguage(): Language | null {
  const choice = localStorage.getItem(CHOICE);
  return languages.find((each) => each === choice) ?? null;
}

export function chooseLanguage(choice: Language): Promise<void> {
  localStorage.setItem(CHOICE, choice);
  return speak(choice);
}

export async function speak(wanted: Language): Promise<void> {
  const loads = Object.entries(files).filter(([path]) => path.includes(`/${wanted}/`));
  const sources = await Promise.all(loads.map(([, load]) => load()));
  // Isolation marks would end up in what agents copy; our texts are all left to right.
  const next = new FluentBundle(wanted, { useIsolating: false });
  for (const source of sources) next.addResource(new FluentResource(source));
  bundle = next;
  language = wanted;
  document.documentElement.lang = wanted;
}

/** The sentence `id`; a missing one shows its id, which the tests refuse. */
export function text(id: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, args, []) : id;
}

/** For slugs that a newer server may send: the slug itself when there is no text for it. */
export function textOr(id: string, fallback: string, args?: Record<string, FluentVariable>): string {
  return bundle.hasMessage(id) ? text(id, args) : fallback;
}
