import type { Vector64 } from "../feature/mod.ts";
import type { SparseVector, Vector } from "../kernel/mod.ts";
import { type Form, plainBytes } from "../plain/mod.ts";

/** A sample as the memory of a table learner keeps it: in the units it came in, as these are scaled anew each time. */
export interface ReplayItem {
  /** The raw columns of the features, NaN where a value is missing. */
  readonly input: Vector64 | SparseVector;
  /** The targets before it that are inputs, the newest first. */
  readonly earlier: readonly Vector[];
  /** Its target. */
  readonly target: Vector;
  /** Its importance. */
  readonly weight: number;
}

/** What an item looks like. */
export const replayItemForm: Form = {
  input: ["either", "float64", { indices: "uint32", values: "float64" }],
  earlier: ["list", "float32"],
  target: "float32",
  weight: "number",
};

/**
 * How many bytes an item takes in a state, as `plainBytes` counts them, with the reference to it.
 *
 * @param item The item.
 * @returns The bytes.
 */
export function replayItemBytes(item: ReplayItem): number {
  return 8 + plainBytes(item);
}
