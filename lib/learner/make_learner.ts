import { createDriftDetector } from "../drift/mod.ts";
import { createMetric } from "../metric/mod.ts";
import { createOptimizer } from "../optimizer/mod.ts";
import { createAnomalyLearner } from "./create_anomaly_learner.ts";
import { createBackgroundLearner } from "./create_background_learner.ts";
import { createChampion } from "./create_champion.ts";
import { createLearner } from "./create_learner.ts";
import { createTableLearner } from "./create_table_learner.ts";
import type { Learner, LearnerDescription } from "./learner.ts";

// deno-lint-ignore no-explicit-any
const MAKERS: Readonly<Record<string, (options: any) => Learner>> = {
  createTableLearner: ({ optimizer, drift, ...options }) =>
    createTableLearner({
      ...options,
      optimizer: createOptimizer(optimizer),
      drift: drift === null ? null : createDriftDetector(drift),
    }),
  createAnomalyLearner: ({ optimizer, ...options }) =>
    createAnomalyLearner({ ...options, optimizer: createOptimizer(optimizer) }),
  createChampion: ({ learners, metric, ...options }) =>
    createChampion({
      ...options,
      learners: Object.fromEntries(Object.entries(learners).map(([name, one]) => [name, makeLearner(one as never)])),
      metric: createMetric(metric),
    }),
  createBackgroundLearner: ({ learner, drift, ...options }) =>
    createBackgroundLearner({ ...options, learner: makeLearner(learner), drift: createDriftDetector(drift) }),
};

/**
 * The learner that a description tells of: what a snapshot or a request holds, made into functions again.
 *
 * @param description The description, as a learner has it.
 * @returns The learner, which has learned nothing.
 * @throws {RangeError} If its maker is unknown, or an option is out of range.
 * @throws {TypeError} If it is not an object, has neither a maker nor a network, or an option has the wrong type.
 *
 * @example Usage
 * ```ts
 * import { createTableLearner, makeLearner } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const { description } = createTableLearner({ task: "regression" });
 * assertEquals(makeLearner(description).description, description);
 * ```
 */
export function makeLearner(description: LearnerDescription): Learner {
  if (typeof description !== "object" || description === null) {
    throw new TypeError(`Cannot make learner as description must be an object: current value is ${description}`);
  }
  const { maker, network, optimizer, labels, task } = description;
  if (maker !== undefined) {
    const { name, ...options } = maker;
    if (Object.hasOwn(MAKERS, name)) return MAKERS[name](options);
    const names = Object.keys(MAKERS).join(", ");
    throw new RangeError(
      `Cannot make learner as maker must be one of ${names}: current value is ${JSON.stringify(name)}`,
    );
  }
  if (network === undefined || optimizer === undefined) {
    throw new TypeError("Cannot make learner as description must have a maker, or a network and an optimizer");
  }
  return createLearner({ network, optimizer: createOptimizer(optimizer), labels, task });
}
