// A category of tickets as the settings hold it.
import type { Priority } from "@dengta/api";

export type Words = Record<string, string>;

export interface FieldSetting {
  key: string;
  ask: "required" | "optional" | "hidden";
  own?: {
    input: "line" | "lines" | "amount" | "choice";
    labels: Words;
    hints: Words;
    choices: { value: string; labels: Words }[];
  };
}

export interface CategorySetting {
  slug: string;
  enabled: boolean;
  names: Words;
  hints: Words;
  promise: { from: number; to: number; unit: "hours" | "working_hours" | "working_days" } | null;
  team: string | null;
  priority: Priority;
  /** Of an agent's places that a conversation takes. */
  weight: number;
  fields: FieldSetting[];
}
