import { immutable, log } from "../kernel/mod.ts";
import { hedgeGains, hedgeWeights, weightedSum } from "./hedge.ts";
import { type Mixer, mixForm } from "./mixer.ts";

/** Probabilities are taken to be at least so far from 0 and 1. */
const MARGIN = 1e-6;

/**
 * Makes one answer of several for labels that come together: what `hedgeWeights` make of the committees and of how often
 * each label came so far, by the mean log likelihood of the labels.
 *
 * @param committees How many committees there are.
 * @returns The mixer.
 */
export function labelMixer(committees: number): Mixer {
  return {
    form: mixForm,
    init: () => ({
      gains: new Float64Array(committees + 1),
      pool: new Float64Array(0),
      squares: new Float64Array(0),
      sums: new Float64Array(1),
      counts: new Float64Array(0),
    }),
    mix(state, question) {
      const [targets] = state.sums;
      const often = Float64Array.from(question.answers[0], (_, j) => ((state.counts[j] ?? 0) + 0.5) / (targets + 1));
      const experts = [...question.answers, often];
      return { question, experts, output: immutable(weightedSum(experts, hedgeWeights(state.gains))) };
    },
    update(state, { experts }, target) {
      return {
        ...state,
        gains: hedgeGains(state.gains, experts.map((p) => meanLogLikelihood(p, target))),
        sums: Float64Array.of(state.sums[0] + 1),
        counts: Float64Array.from(target, (y, j) => (state.counts[j] ?? 0) + y),
      };
    },
    forget: (state) => ({ ...state, gains: new Float64Array(committees + 1) }),
  };
}

/** The mean of y_j ln p_j + (1 - y_j) ln(1 - p_j); a label that was not among the answers has the least probability. */
function meanLogLikelihood(p: ArrayLike<number>, target: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < target.length; j++) {
    const own = Math.max(MARGIN, Math.min(1 - MARGIN, p[j] ?? 0));
    sum += target[j] * log(own) + (1 - target[j]) * log(1 - own);
  }
  return sum / target.length;
}
