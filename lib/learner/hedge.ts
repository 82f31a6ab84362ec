import { exp } from "../kernel/mod.ts";

/** eta: how much an expert that does better counts more. */
const RATE = 0.1;
/** How fast earlier gains fade: to a half in 69 samples. */
const FADING = 0.99;

/**
 * How much each expert counts: w_k = e^(eta G_k) / sum_i e^(eta G_i), the exponentially weighted average (Freund and
 * Schapire, "A decision-theoretic generalization of on-line learning", 1997, where it is called Hedge) with eta = 0.1. What
 * it answers is never much worse than the expert that has been best of late.
 *
 * @param gains The gains G, as {@linkcode hedgeGains} gives them.
 * @returns The weights; they sum to 1.
 */
export function hedgeWeights(gains: Float64Array): Float64Array {
  let most = -Infinity;
  for (const gain of gains) most = Math.max(most, gain);
  const weights = gains.map((gain) => exp(RATE * (gain - most)));
  let sum = 0;
  for (const weight of weights) sum += weight;
  return weights.map((weight) => weight / sum);
}

/**
 * The gains after one more target: G_k' = 0.99 G_k + gain_k, so that the best of late counts, and not the best of all time.
 *
 * @param gains The gains before.
 * @param newest What each expert has gained; -Infinity and NaN do not occur.
 * @returns New gains.
 */
export function hedgeGains(gains: Float64Array, newest: readonly number[]): Float64Array {
  return gains.map((gain, k) => FADING * gain + newest[k]);
}

/**
 * The answers of experts by their weights.
 *
 * @param experts The answers, of one length.
 * @param weights The weights.
 * @returns The weighted sum.
 */
export function weightedSum(
  experts: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(experts[0].length);
  for (let j = 0; j < out.length; j++) {
    let sum = 0;
    for (let k = 0; k < experts.length; k++) sum += weights[k] * experts[k][j];
    out[j] = sum;
  }
  return out;
}

/**
 * The experts among which `hedgeWeights` choose: the first, which is the main committee, the last target and the pool.
 *
 * @param experts The answers of the committees, the last target, and the pool.
 * @returns Three of them.
 */
export function offered<Answer>(experts: readonly Answer[]): Answer[] {
  return [experts[0], ...experts.slice(-2)];
}
