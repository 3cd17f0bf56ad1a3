// A customer beside the conversation: what is known, and what agents do about it, each with its way back.
import type { Outcome } from "@dengta/api";
import { text } from "../lib/texts.svelte";
import { complain, push } from "../lib/undo.svelte";
import { askTag } from "../palette/asking";
import { addNote, block, dropNote, putTags, readCustomer, unblock, type Customer, type CustomerNote } from "./customers";
import { remember } from "./known.svelte";

export class Person {
  readonly id: string;
  customer = $state.raw<Customer | null>(null);

  constructor(id: string) {
    this.id = id;
  }

  async refresh(): Promise<void> {
    const answer = await readCustomer(this.id);
    if (!answer.ok) return;
    remember(...answer.value.tickets);
    this.customer = answer.value;
  }

  async #act(label: string, work: () => Promise<Outcome<unknown>>, back?: () => Promise<Outcome<unknown>>): Promise<boolean> {
    const turn = async (act: () => Promise<Outcome<unknown>>) => {
      const answer = await act();
      await this.refresh();
      return answer;
    };
    const answer = await turn(work);
    if (answer.ok) push({ label, ...(back ? { undo: () => turn(back) } : {}) });
    else complain(answer.problem);
    return answer.ok;
  }

  #tag(tags: readonly string[], label: string): void {
    const before = this.customer?.tags ?? [];
    void this.#act(label, () => putTags(this.id, tags), () => putTags(this.id, before));
  }

  askTag(): void {
    const { customer } = this;
    if (!customer) return;
    askTag(text("customer-tag-title", { name: customer.name }), [customer], ({ add = [], remove = [] }) => {
      const tags = [...new Set([...customer.tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
      this.#tag(tags, text("did-customer-tag", { name: customer.name }));
    });
  }

  untag(tag: string): void {
    const { customer } = this;
    if (customer) this.#tag(customer.tags.filter((each) => each !== tag), text("did-customer-tag", { name: customer.name }));
  }

  note(body: string): Promise<boolean> {
    let made: CustomerNote | null = null;
    return this.#act(
      text("did-customer-note"),
      async () => {
        const answer = await addNote(this.id, body);
        if (answer.ok) made = answer.value;
        return answer;
      },
      async () => (made ? dropNote(this.id, made.id) : { ok: true, value: null }),
    );
  }

  unnote(note: CustomerNote): Promise<boolean> {
    return this.#act(text("did-customer-unnote"), () => dropNote(this.id, note.id), () => addNote(this.id, note.body));
  }

  block(): void {
    void this.#act(text("did-block", { name: this.customer?.name ?? "" }), () => block(this.id), () => unblock(this.id));
  }

  unblock(): void {
    void this.#act(text("did-unblock", { name: this.customer?.name ?? "" }), () => unblock(this.id), () => block(this.id));
  }
}

const KEPT = 40;
const people = new Map<string, Person>();

export function customerOf(id: string): Person {
  const person = people.get(id) ?? new Person(id);
  people.delete(id);
  people.set(id, person);
  const oldest = people.keys().next().value;
  if (people.size > KEPT && oldest) people.delete(oldest);
  return person;
}
