import type { Sample } from "../feature/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import type { Learned, LearnedMany, Learner, LearnerState } from "./learner.ts";
import { placed } from "./placed.ts";
import { requireSample } from "./require_sample.ts";

/**
 * A learner from its single steps: `learnMany` is `learnOne` in a loop, and `learnBatch` predicts and scores all
 * samples by the state before them and learns them one after the other. Where outputs grow in number, earlier rows end with
 * zeros. What is no sample at all is refused before the steps are asked.
 *
 * @param steps What learns and predicts single samples.
 * @returns The learner.
 */
export function learnerFromSteps(steps: Omit<Learner, "learnMany" | "learnBatch" | "predictMany">): Learner {
  const learnOne = (state: LearnerState, sample: Sample): Learned => {
    requireSample(sample);
    return steps.learnOne(state, sample);
  };

  /** Learns each sample when it is asked for; `predicting`, if it is given, is the state that predicts and scores. */
  const learnAll = (state: LearnerState, samples: Iterable<Sample>, predicting?: LearnerState): LearnedMany => {
    const outputs: Vector[] = [];
    const costs: number[] = [];
    for (const sample of samples) {
      const learned = placed(costs.length, () => learnOne(state, sample));
      const isSame = predicting === undefined || predicting === state;
      const scored = isSame ? learned : placed(costs.length, () => learnOne(predicting, sample));
      state = learned.state;
      outputs.push(scored.output);
      costs.push(scored.cost);
    }
    return { state, outputs: block(outputs), costs: immutable(Float32Array.from(costs)) };
  };

  return {
    ...steps,
    learnOne,
    learnMany: (state, samples) => learnAll(state, samples),
    learnBatch: (state, samples) => learnAll(state, samples, state),
    predictMany(state, features) {
      const outputs: Vector[] = [];
      for (const one of features) outputs.push(placed(outputs.length, () => steps.predictOne(state, one)));
      return block(outputs);
    },
  };
}

/** Rows of one length. */
function block(rows: readonly Vector[]): Vector {
  const units = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const out = new Float32Array(rows.length * units);
  rows.forEach((row, i) => out.set(row.slice(), i * units)); // a copy, as V8 reads no immutable buffer here
  return immutable(out);
}
