import type { Baseline } from "./baseline.ts";
import { element } from "./element.ts";

/** The state of {@linkcode prior}. */
export interface PriorState {
  /** The sum of the weights. */
  readonly weight: number;
  /** The weighted sums of the targets, one an output. */
  readonly sums: readonly number[];
}

/**
 * Predicts the mean of all targets so far: for classes their frequencies, so that the class is the most frequent one.
 *
 * @returns The baseline.
 *
 * @example Usage
 * ```ts
 * import { prior } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const baseline = prior();
 * const targets = [[0, 1], [1, 0], [0, 1], [0, 1]];
 * const state = targets.reduce((state, target) => baseline.update(state, target), baseline.init());
 * assertEquals(baseline.predict(state), [0.25, 0.75]);
 * ```
 */
export function prior(): Baseline<PriorState> {
  return {
    spec: { name: "prior" },
    form: { weight: "number", sums: ["list", "number"] },
    init: () => ({ weight: 0, sums: [] }),
    update({ weight, sums }, target, own = 1) {
      const units = Math.max(sums.length, target.length);
      return {
        weight: weight + own,
        sums: Array.from({ length: units }, (_, j) => element(sums, j) + own * element(target, j)),
      };
    },
    predict: ({ weight, sums }) => weight > 0 ? sums.map((sum) => sum / weight) : [],
  };
}
