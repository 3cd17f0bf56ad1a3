// The steps from a draft to what customers read: each shows at once, says what was done, and how it is taken back.
import type { Outcome, Problem } from "@dengta/api";
import { ask, server } from "../lib/server";
import { text } from "../lib/texts.svelte";
import { complain, push } from "../lib/undo.svelte";
import type { Manuscript } from "./manuscript.svelte";
import { shownDraft, shownPublished, textOf } from "./manuscript.svelte";

const TEXTS = "/api/v1/help/articles/{id}/texts/{language}";

/** Tells what was done, or why it was not. */
async function told(id: string, answer: Promise<Outcome<unknown>>, undo?: () => Promise<Outcome<unknown>>, args?: Record<string, string | number>): Promise<Problem | null> {
  const done = await answer;
  if (done.ok) push({ label: text(id, args), ...(undo ? { undo } : {}) });
  else complain(done.problem);
  return done.ok ? null : done.problem;
}

const review = (manuscript: Manuscript) =>
  manuscript.step(shownDraft({ state: "review", reviewer: null, remark: "" }), (revision) => ask(server.POST(`${TEXTS}/draft/review`, { params: { path: manuscript.place }, body: { revision } })));
const sendBack = (manuscript: Manuscript, remark: string) =>
  manuscript.step(shownDraft({ state: "writing", remark, publish_at: null }), (revision) => ask(server.POST(`${TEXTS}/draft/return`, { params: { path: manuscript.place }, body: { revision, remark } })));
const unset = (manuscript: Manuscript) => manuscript.step(shownDraft({ publish_at: null }), () => ask(server.DELETE(`${TEXTS}/draft/schedule`, { params: { path: manuscript.place } })));
const publication = (manuscript: Manuscript, at?: string) =>
  manuscript.step(at ? shownDraft({ state: "approved", publish_at: at }) : shownPublished(new Date().toISOString()), (revision) =>
    ask(server.POST(`${TEXTS}/publication`, { params: { path: manuscript.place }, body: { revision, ...(at ? { at } : {}) } })));
const withdrawal = (manuscript: Manuscript) =>
  manuscript.step((writing) => ({ ...writing, published: null }), () => ask(server.DELETE(`${TEXTS}/publication`, { params: { path: manuscript.place } })));

export const submit = (manuscript: Manuscript) => told("article-did-submit", review(manuscript), () => sendBack(manuscript, ""));

export const approve = (manuscript: Manuscript) =>
  told(
    "article-did-approve",
    manuscript.step(shownDraft({ state: "approved", remark: "" }), (revision) => ask(server.POST(`${TEXTS}/draft/approval`, { params: { path: manuscript.place }, body: { revision } }))),
    () => review(manuscript),
  );

export const giveBack = (manuscript: Manuscript, remark: string) => told("article-did-return", sendBack(manuscript, remark), () => review(manuscript));

export function publish(manuscript: Manuscript): Promise<Problem | null> {
  // Where nothing could be read before, it can be taken away again; else an earlier version is made the draft and published.
  const first = manuscript.writing?.published === null;
  return told("article-did-publish", publication(manuscript), first ? () => withdrawal(manuscript) : undefined);
}

export const schedule = (manuscript: Manuscript, at: string, time: string) => told("article-did-schedule", publication(manuscript, at), () => unset(manuscript), { time });

export function unschedule(manuscript: Manuscript): Promise<Problem | null> {
  const at = manuscript.draft?.publish_at;
  return told("article-did-unschedule", unset(manuscript), at ? () => publication(manuscript, at) : undefined);
}

export const withdraw = (manuscript: Manuscript): Promise<Outcome<unknown>> => withdrawal(manuscript);

/** The words that were thrown away can be written again. */
export async function discard(manuscript: Manuscript): Promise<Problem | null> {
  await manuscript.flush();
  const { draft } = manuscript;
  if (!draft) return null;
  const words = textOf(draft);
  const discarding = manuscript.step((writing) => ({ ...writing, draft: null }), (revision) =>
    ask(server.DELETE(`${TEXTS}/draft`, { params: { path: manuscript.place, query: { revision } } })));
  return told("article-did-discard", discarding, () => rewrite(manuscript, words));
}

async function rewrite(manuscript: Manuscript, words: ReturnType<typeof textOf>): Promise<Outcome<unknown>> {
  await manuscript.replace(words);
  return manuscript.problem ? { ok: false, problem: manuscript.problem } : { ok: true, value: null };
}

/** Makes a version's words the draft; what was the draft before can be made it again. */
export function restore(manuscript: Manuscript, number: number): Promise<Problem | null> {
  const before = manuscript.text;
  const restoring = manuscript.step((writing) => writing, (revision) =>
    ask(server.POST(`${TEXTS}/restoration`, { params: { path: manuscript.place }, body: { version: number, revision } })));
  return told("article-did-restore", restoring, () => rewrite(manuscript, before), { number });
}

export const confirm = (manuscript: Manuscript): Promise<Problem | null> =>
  told("article-did-confirm", ask(server.POST(`${TEXTS}/confirmation`, { params: { path: manuscript.place } })));
