// A document of the settings on screen: read, changed, saved whole; stopped when somebody else saved meanwhile.
import type { Problem } from "@dengta/api";
import { ask, call } from "../lib/server";
import { text } from "../lib/texts.svelte";
import { tell } from "../lib/undo.svelte";

interface Versioned<T> {
  version: number;
  value: T;
}

export class SettingsDocument<T extends object> {
  readonly name: string;
  value = $state<T | null>(null);
  version = $state(0);
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);
  #saved = $state("");

  constructor(name: string) {
    this.name = name;
    void this.load();
  }

  get changed(): boolean {
    return this.value !== null && JSON.stringify(this.value) !== this.#saved;
  }

  async load(): Promise<void> {
    const answer = await ask(call<Versioned<T>>("get", `/api/v1/settings/${this.name}`));
    if (answer.ok) this.#show(answer.value);
    this.problem = answer.ok ? null : answer.problem;
  }

  async save(): Promise<void> {
    if (!this.value) return;
    this.busy = true;
    const answer = await ask(call<Versioned<T>>("put", `/api/v1/settings/${this.name}`, { body: { version: this.version, value: $state.snapshot(this.value) } }));
    this.busy = false;
    this.problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    this.#show(answer.value);
    tell(text("settings-saved"));
  }

  #show({ version, value }: Versioned<T>): void {
    this.version = version;
    this.#saved = JSON.stringify(value);
    this.value = value;
  }
}
