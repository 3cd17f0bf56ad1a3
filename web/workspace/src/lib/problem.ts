import type { Problem } from "@dengta/api";
import { text } from "./texts.svelte";

/** The problem's own sentence; ours only when no answer came. */
export function sentence(problem: Problem): string {
  if (problem.status === 0) return text("problem-unreachable");
  return problem.detail || problem.title || text("problem-unknown", { status: problem.status });
}

/** What is wrong with what was given, where that is said; else the problem's own sentence. */
export function reasons(problem: Problem): string[] {
  return problem.errors.length ? problem.errors.map(({ message }) => message) : [sentence(problem)];
}

export function fieldMessage(problem: Problem | null, field: string): string | undefined {
  return problem?.errors.find((error) => error.field === field)?.message;
}
