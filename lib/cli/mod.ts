/**
 * L6: what a training script shows on a terminal.
 *
 * @example Usage
 * ```ts
 * import { createProgress } from "@backstream/backstream/cli";
 *
 * const progress = createProgress({ total: 3, label: "learning" });
 * for (let i = 1; i <= 3; i++) progress.update(i, { accuracy: 0.9 });
 * progress.stop();
 * ```
 *
 * @module
 */
export {
  createProgress,
  type Progress,
  type ProgressOptions,
  type ProgressScores,
  type ProgressStream,
} from "./create_progress.ts";
