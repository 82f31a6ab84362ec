import type { Baseline } from "./baseline.ts";

/** The state of {@linkcode noChange}. */
export interface NoChangeState {
  /** The last target; empty before the first. */
  readonly target: readonly number[];
}

/**
 * Predicts that nothing changes: the last target, also called the persistence or naive forecast.
 *
 * @returns The baseline.
 *
 * @example Usage
 * ```ts
 * import { noChange } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const baseline = noChange();
 * const state = [[0, 1], [1, 0]].reduce((state, target) => baseline.update(state, target), baseline.init());
 * assertEquals(baseline.predict(state), [1, 0]);
 * ```
 */
export function noChange(): Baseline<NoChangeState> {
  return {
    spec: { name: "noChange" },
    form: { target: ["list", "number"] },
    init: () => ({ target: [] }),
    update: (_, target) => ({ target: Array.from(target) }),
    predict: ({ target }) => target,
  };
}
