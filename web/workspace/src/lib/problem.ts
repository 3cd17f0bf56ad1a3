import type { Problem } from "@dengta/api";
import { text } from "./texts.svelte";

/** The problem's own sentence; ours only when no answer came. */
export function sentence(problem: Problem): string {
  if (problem.status === 0) return text("problem-unreachable");
  return problem.detail || problem.title || text("problem-unknown", { status: problem.status });
}

export function fieldMessage(problem: Problem | null, field: string): string | undefined {
  return problem?.errors.find((error) => error.field === field)?.message;
}
