import { classOf } from "./class_of.ts";
import { element } from "./element.ts";
import type { Prediction } from "./metric.ts";

/** A prediction as classes. */
export interface Classes {
  /** The class that was predicted. */
  readonly output: number;
  /** The class that came true. */
  readonly target: number;
  /** How many classes there are at least; two for one output. */
  readonly count: number;
}

/**
 * The classes that a prediction stands for. The shorter vector goes on with zeros, as a class may have come up between the
 * prediction and its target.
 *
 * @param prediction The prediction.
 * @returns The classes.
 */
export function classesOf({ output, target }: Prediction): Classes {
  const units = Math.max(output.length, target.length);
  return { output: classIn(output, units), target: classIn(target, units), count: Math.max(units, 2) };
}

function classIn(vector: ArrayLike<number>, units: number): number {
  return classOf(vector.length === units ? vector : Array.from({ length: units }, (_, j) => element(vector, j)));
}
