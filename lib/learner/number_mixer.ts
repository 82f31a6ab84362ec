import { immutable } from "../kernel/mod.ts";
import { hedgeGains, hedgeWeights, offered, weightedSum } from "./hedge.ts";
import { type Mixer, mixForm, type MixState } from "./mixer.ts";

/** The rate of the weights of the pool. */
const POOL_RATE = 0.05;
/** An error so many times as large as usual moves the weights of the pool no further. */
const POOL_CLIP = 2;
/** An error so many times as large as usual counts no more in the gains. */
const GAIN_CLIP = 10;
/** How fast it is forgotten how large errors are. */
const ERROR_FADING = 0.99;
/** No error is taken to be larger than so many standard deviations. */
const MOST_ERROR = 10;

/**
 * Makes one answer of several for numbers that are standardized. To those of the committees come two more: the last target;
 * and the pool sum_k w_k a_k, whose weights w, which always sum to 1, learn online by normalized least mean squares (Widrow
 * and Hoff, 1960). The answer is what `hedgeWeights` make of the first committee and of these two, by the gains -|a_k - y| in
 * units of the usual error of the answer.
 *
 * @param committees How many committees there are.
 * @returns The mixer.
 */
export function numberMixer(committees: number): Mixer {
  const pooled = committees + 1;
  return {
    form: mixForm,
    init: () => ({
      gains: new Float64Array(3),
      pool: new Float64Array(pooled).fill(1 / pooled),
      squares: new Float64Array(0),
      sums: new Float64Array(2),
      counts: new Float64Array(0),
    }),
    mix(state, question) {
      const { answers, last = new Float32Array(answers[0].length) } = question;
      const experts: ArrayLike<number>[] = [...answers, last];
      experts.push(weightedSum(experts, state.pool));
      return { question, experts, output: immutable(weightedSum(offered(experts), hedgeWeights(state.gains))) };
    },
    update(state, { experts, output }, target) {
      const usual = usualError(state);
      const errors = offered(experts).map((answer) => Math.min(GAIN_CLIP, distance(answer, target) / usual));
      const [sum, targets] = state.sums;
      const own = Math.min(MOST_ERROR, distance(output, target));
      return {
        ...state,
        gains: hedgeGains(state.gains, errors.map((error) => -error)),
        pool: poolStep(state, experts, target),
        sums: Float64Array.of(ERROR_FADING * sum + own, ERROR_FADING * targets + 1),
      };
    },
    forget: (state) => ({ ...state, gains: new Float64Array(3) }),
  };
}

/** The fading mean of the absolute errors; 1 before the first. */
function usualError({ sums: [sum, targets] }: MixState): number {
  return targets > 0 ? Math.max(1e-9, sum / targets) : 1;
}

/** w_k' = w_k - eta e (a_k - m) / (sum_i (a_i - m)^2 + u^2), m the mean of all a, e the error of the pool, u the usual one. */
function poolStep(state: MixState, experts: readonly ArrayLike<number>[], target: ArrayLike<number>): Float64Array {
  const pool = state.pool.slice();
  const usual = usualError(state);
  const most = POOL_CLIP * usual;
  for (let j = 0; j < target.length; j++) {
    const error = Math.max(-most, Math.min(most, experts[pool.length][j] - target[j]));
    let [mean, spread] = [0, usual * usual];
    for (let k = 0; k < pool.length; k++) mean += experts[k][j] / pool.length;
    for (let k = 0; k < pool.length; k++) spread += (experts[k][j] - mean) * (experts[k][j] - mean);
    for (let k = 0; k < pool.length; k++) pool[k] -= POOL_RATE * error * (experts[k][j] - mean) / spread;
  }
  return pool;
}

/** The mean of |a_j - y_j|; as large as can be if it is not finite. */
function distance(answer: ArrayLike<number>, target: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < target.length; j++) sum += Math.abs(answer[j] - target[j]);
  return Number.isFinite(sum) ? sum / target.length : Infinity;
}
