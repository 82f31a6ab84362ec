import { element } from "./element.ts";
import type { Metric, Prediction } from "./metric.ts";
import { predictionForm } from "./prediction_form.ts";
import { scoreBin } from "./score_bin.ts";

/** The state of {@linkcode rocAuc}: two histograms of scores, in blocks of 32 bins, so that an update copies few of them. */
export interface RocAucState {
  /** The weights of the samples of class 1 by score; blocks that were never needed are empty or missing. */
  readonly positives: readonly (readonly number[])[];
  /** The weights of the others. */
  readonly negatives: readonly (readonly number[])[];
}

type Histogram = readonly (readonly number[])[];

const BLOCK = 32;

/**
 * The area under the ROC curve of class 1: how often a sample of the class has a higher score than another sample, where
 * equal scores count one half (Hanley and McNeil, 1982). The score is the one output, or of several the second.
 *
 * The scores, which must lie between 0 and 1, are kept as a histogram with 1730 bins. From 2^-27 on, scores share a bin
 * only if they, or their distances from 1, differ by less than a 32nd part, and below if they differ by less than 2^-32. So
 * the value is wrong by at most half the share of those pairs of both classes that fall into the same bin: some 0.0001 for
 * scores that are spread out. NaN where there is no sample of one of the classes.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { rocAuc } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = rocAuc();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1);
 * ```
 */
export function rocAuc(): Metric<RocAucState, Prediction> {
  return {
    spec: { name: "rocAuc" },
    form: { positives: ["list", ["list", "number"]], negatives: ["list", ["list", "number"]] },
    observation: predictionForm,
    init: () => ({ positives: [], negatives: [] }),
    update({ positives, negatives }, { output, target, weight = 1 }) {
      const place = output.length > 1 || target.length > 1 ? 1 : 0;
      const bin = scoreBin(element(output, place));
      return element(target, place) > 0.5
        ? { positives: counted(positives, bin, weight), negatives }
        : { positives, negatives: counted(negatives, bin, weight) };
    },
    value: area,
    merge: (state, later) => ({
      positives: merged(state.positives, later.positives),
      negatives: merged(state.negatives, later.negatives),
    }),
    scale: ({ positives, negatives }, factor) => ({
      positives: positives.map((block) => block.map((weight) => factor * weight)),
      negatives: negatives.map((block) => block.map((weight) => factor * weight)),
    }),
  };
}

function counted(histogram: Histogram, bin: number, weight: number): Histogram {
  const at = Math.floor(bin / BLOCK);
  const next = histogram.slice();
  while (next.length <= at) next.push([]);
  const block = next[at].length > 0 ? next[at].slice() : new Array<number>(BLOCK).fill(0);
  block[bin % BLOCK] += weight;
  next[at] = block;
  return next;
}

function merged(a: Histogram, b: Histogram): Histogram {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => {
    const [x = [], y = []] = [a[i], b[i]];
    if (x.length === 0 || y.length === 0) return x.length === 0 ? y : x;
    return x.map((weight, j) => weight + y[j]);
  });
}

/** The area by the trapezoidal rule, from the lowest bin to the highest. */
function area({ positives, negatives }: RocAucState): number {
  let [below, above, pairs] = [0, 0, 0];
  for (let i = 0; i < Math.max(positives.length, negatives.length); i++) {
    for (let j = 0; j < BLOCK; j++) {
      const [positive, negative] = [positives[i]?.[j] ?? 0, negatives[i]?.[j] ?? 0];
      pairs += positive * (below + negative / 2);
      below += negative;
      above += positive;
    }
  }
  return below > 0 && above > 0 ? pairs / (below * above) : NaN;
}
