// The views that agents have saved: their own, their teams', everybody's.
import type { NewView, Outcome, SavedView } from "@dengta/api";
import { on } from "../lib/live.svelte";
import { ask, server } from "../lib/server";
import { text } from "../lib/texts.svelte";
import { complain, push } from "../lib/undo.svelte";
import { refreshCounts } from "../tickets/counts.svelte";
import { forgetList } from "../tickets/list.svelte";

let views = $state.raw<readonly SavedView[]>([]);

export const savedViews = (): readonly SavedView[] => views;
export const savedView = (id: string): SavedView | undefined => views.find((view) => view.id === id);

export async function loadViews(): Promise<void> {
  const answer = await ask(server.GET("/api/v1/views"));
  if (answer.ok) views = [...answer.value.results].sort((a, b) => a.position - b.position);
}

export async function saveView(view: NewView, id?: string): Promise<Outcome<SavedView>> {
  const answer = await ask(
    id ? server.PUT("/api/v1/views/{id}", { params: { path: { id } }, body: view }) : server.POST("/api/v1/views", { body: view }),
  );
  if (answer.ok) {
    if (id) forgetList(id);
    await Promise.all([loadViews(), refreshCounts()]);
  }
  return answer;
}

const content = ({ title, query, shared, team, position }: SavedView): NewView => ({ title, query, shared, team, position });

export async function deleteView(view: SavedView): Promise<Outcome<unknown>> {
  const answer = await ask(server.DELETE("/api/v1/views/{id}", { params: { path: { id: view.id } } }));
  if (!answer.ok) complain(answer.problem);
  else push({ label: text("view-deleted", { title: view.title }), undo: () => saveView(content(view)) });
  await loadViews();
  return answer;
}

/** Moves a view before or after its neighbour; shown at once. */
export async function moveView(view: SavedView, by: 1 | -1): Promise<void> {
  const at = views.indexOf(view);
  const other = views[at + by];
  if (!other) return;
  const order = views.filter((each) => each !== view);
  order.splice(at + by, 0, view);
  views = order;
  // Positions are given anew: two views may share one.
  const moved = order.map((each, position) => ({ each, position })).filter(({ each, position }) => each.position !== position);
  for (const { each, position } of moved) {
    const answer = await ask(server.PUT("/api/v1/views/{id}", { params: { path: { id: each.id } }, body: { ...content(each), position } }));
    if (!answer.ok && (each === view || answer.problem.status !== 403)) {
      complain(answer.problem);
      break;
    }
  }
  await loadViews();
}

on("settings", () => void loadViews());
