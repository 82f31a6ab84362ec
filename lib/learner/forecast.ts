import type { Features } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import type { Learner, LearnerState } from "./learner.ts";
import { numbersOf, type TableState, tableState } from "./table_state.ts";

/**
 * Predicts several steps ahead with a table learner that sees earlier targets (`lags`): each prediction is taken for the
 * target of its step, so that the next one sees it.
 *
 * @param learner A table learner.
 * @param state Its state, which is left as it is.
 * @param features What is known of each step to come, such as its time; an empty record where nothing is.
 * @returns The predictions, one a step. Shape of each: (units).
 * @throws {SampleError} If features cannot be used.
 * @throws {TypeError} If the state is not that of a table learner.
 *
 * @example Usage
 * ```ts
 * import { createTableLearner, forecast } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const learner = createTableLearner({ task: "regression", lags: 4 });
 * const period = [10, 20, 40, 20];
 * const samples = Array.from({ length: 600 }, (_, i) => ({ features: {}, target: period[i % 4] }));
 * const { state } = learner.learnMany(learner.init(), samples);
 * const ahead = forecast(learner, state, [{}, {}, {}, {}, {}, {}]);
 * ahead.forEach(([y], i) => assertAlmostEquals(y, period[i % 4], 2));
 * ```
 */
export function forecast(learner: Learner, state: LearnerState, features: Iterable<Features>): Vector[] {
  if (!("earlier" in state)) {
    throw new TypeError("Cannot forecast as state must be that of a table learner: current value is another one");
  }
  const lags = learner.description.maker?.lags;
  let now = state as TableState;
  const outputs: Vector[] = [];
  for (const one of features) {
    const output = learner.predictOne(now, one);
    outputs.push(output);
    now = tableState({ ...numbersOf(now), earlier: [output, ...now.earlier].slice(0, Math.max(1, Number(lags))) });
  }
  return outputs;
}
