import type { TableLearnerOptions } from "@backstream/backstream";
import { readTableOptions } from "../../lib/learner/table_options.ts";
import { createTableParts, type TableParts } from "../../lib/learner/table_parts.ts";

/** The parts of a small table learner of classes, or as the options say. */
export function partsOf(options: Partial<TableLearnerOptions> = {}): TableParts {
  const small = { task: "classification", hidden: [{ units: 4, activation: "tanh" }], members: 2, replays: 2 } as const;
  return createTableParts(readTableOptions({ ...small, ...options }));
}
