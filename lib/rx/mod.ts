/**
 * L6: streams of samples through online learning, as RxJS sources and operators.
 *
 * A source reads only as fast as the subscriber learns; unsubscribing cancels it; memory stays flat however long the
 * stream is.
 *
 * @example Score a stream while learning from it
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { fromReadableStream, progressiveValidation } from "@backstream/backstream/rx";
 * import { assert } from "@std/assert";
 * import { lastValueFrom } from "rxjs";
 *
 * function* samples() {
 *   for (let i = 0; i < 2000; i++) yield { features: [i % 7 / 7], target: 3 * (i % 7 / 7) + 1 };
 * }
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * const score = await lastValueFrom(
 *   fromReadableStream(ReadableStream.from(samples())).pipe(progressiveValidation(learner, { every: 500, window: 500 })),
 * );
 * assert(score.rollingCost < 1e-6);
 * ```
 *
 * @module
 */
export { fromReadableStream, type ReadOptions } from "./from_readable_stream.ts";
export { fromNdjson, type NdjsonOptions } from "./from_ndjson.ts";
export { createLineSplitter, type Line, type LineSplitter, type LineSplitterOptions } from "./create_line_splitter.ts";
export { passValid } from "./pass_valid.ts";
export type { InvalidOptions } from "./count_invalid.ts";
export { miniBatch } from "./mini_batch.ts";
export { shuffle, type ShuffleOptions } from "./shuffle.ts";
export { learn, type LearnBatchStep, type LearnOptions, type LearnStep, type StepOf } from "./learn.ts";
export { type Prediction, predictWith } from "./predict_with.ts";
export { progressiveValidation, type ProgressiveValidationOptions, type Score } from "./progressive_validation.ts";
export { detectDrift, type DetectDriftOptions, type DriftEvent } from "./detect_drift.ts";
export { checkpoint, type CheckpointOptions } from "./checkpoint.ts";
