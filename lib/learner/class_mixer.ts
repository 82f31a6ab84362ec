import { exp, immutable, log } from "../kernel/mod.ts";
import { hedgeGains, hedgeWeights, offered, weightedSum } from "./hedge.ts";
import { type Mixer, mixForm, type MixState, type Question } from "./mixer.ts";

/** Probabilities below this are taken for it in the pool. */
const LEAST_POOLED = 1e-4;
/** Probabilities below this are taken for it in the gains. */
const LEAST = 1e-6;
/** The rate of the weights of the pool. */
const POOL_RATE = 0.02;
/** The share of the squared gradients by which the rate falls. */
const POOL_DECAY = 0.02;
/** No gradient of the pool is larger. */
const POOL_CLIP = 3;
/** How fast it is forgotten how often the last class came again. */
const AGREEMENT_FADING = 0.999;

/**
 * Makes one distribution over classes of several. To those of the committees come two more: that the last class comes again,
 * with the probability with which it did so far, and otherwise any class as often as it came; and the pool
 * q_j = e^(sum_k w_k ln p_k(j)) / sum_i e^(sum_k w_k ln p_k(i)), whose weights w learn online (a logarithmic opinion pool:
 * Genest and Zidek, "Combining probability distributions", 1986). The answer is what `hedgeWeights` make of the first
 * committee, of these two, by the gains ln p_k(y).
 *
 * @param committees How many committees there are.
 * @returns The mixer.
 */
export function classMixer(committees: number): Mixer {
  const pooled = committees + 1;
  return {
    form: mixForm,
    init: () => ({
      gains: new Float64Array(3),
      pool: new Float64Array(pooled).fill(1 / pooled),
      squares: new Float64Array(pooled),
      sums: Float64Array.of(1, 2),
      counts: new Float64Array(0),
    }),
    mix(state, question) {
      const experts: ArrayLike<number>[] = [...question.answers, sameAgain(state, question)];
      experts.push(poolOf(state.pool, experts));
      return { question, experts, output: immutable(weightedSum(offered(experts), hedgeWeights(state.gains))) };
    },
    update(state, { question, experts }, target) {
      const [agreed, targets] = state.sums;
      const { last } = question;
      return {
        gains: hedgeGains(state.gains, offered(experts).map((p) => logLikelihood(p, target))),
        ...poolStep(state, experts, target),
        sums: last === undefined
          ? state.sums
          : Float64Array.of(AGREEMENT_FADING * agreed + overlap(last, target), AGREEMENT_FADING * targets + 1),
        counts: Float64Array.from(target, (y, j) => (state.counts[j] ?? 0) + y),
      };
    },
    forget: (state) => ({ ...state, gains: new Float64Array(3) }),
  };
}

/** The last class with the probability that it comes again, and otherwise any class as often as it came. */
function sameAgain({ sums: [agreed, targets], counts }: MixState, { answers, last }: Question): Float64Array {
  const { length } = answers[0];
  if (last === undefined) return new Float64Array(length).fill(1 / length);
  const again = agreed / targets;
  let others = 0;
  for (let j = 0; j < length; j++) others += (1 - (last[j] ?? 0)) * ((counts[j] ?? 0) + 1);
  return Float64Array.from({ length }, (_, j) => {
    const same = last[j] ?? 0;
    return again * same + (1 - again) * (1 - same) * ((counts[j] ?? 0) + 1) / others;
  });
}

function poolOf(weights: Float64Array, experts: readonly ArrayLike<number>[]): Float64Array {
  const scores = Float64Array.from({ length: experts[0].length }, (_, j) => {
    let score = 0;
    for (let k = 0; k < weights.length; k++) score += weights[k] * pooledLog(experts[k][j]);
    return score;
  });
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  const powers = scores.map((score) => exp(score - most));
  let sum = 0;
  for (const power of powers) sum += power;
  return powers.map((power) => power / sum);
}

/** A step of the weights down the gradient of -ln q_y, dC/dw_k = sum_j (q_j - y_j) ln p_k(j), at a rate that falls as adagrad's. */
function poolStep({ pool, squares }: MixState, experts: readonly ArrayLike<number>[], target: ArrayLike<number>) {
  const q = experts[pool.length];
  const [nextPool, nextSquares] = [pool.slice(), squares.slice()];
  for (let k = 0; k < pool.length; k++) {
    let gradient = 0;
    for (let j = 0; j < q.length; j++) gradient += (q[j] - target[j]) * pooledLog(experts[k][j]);
    gradient = Math.max(-POOL_CLIP, Math.min(POOL_CLIP, gradient));
    nextSquares[k] += gradient * gradient;
    nextPool[k] -= POOL_RATE * gradient / Math.sqrt(1 + POOL_DECAY * nextSquares[k]);
  }
  return { pool: nextPool, squares: nextSquares };
}

function pooledLog(probability: number): number {
  return log(Math.max(LEAST_POOLED, probability));
}

/** sum_j y_j ln p_j; a class that was not among the answers has the least probability. */
function logLikelihood(p: ArrayLike<number>, target: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < target.length; j++) if (target[j] !== 0) sum += target[j] * log(Math.max(LEAST, p[j] ?? 0));
  return sum;
}

function overlap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}
