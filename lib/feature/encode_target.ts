import { immutable, type Vector } from "../kernel/mod.ts";
import { type MakeArray, makeArray } from "./make_array.ts";
import { readDense } from "./read_dense.ts";
import { requireFinite } from "./require_finite.ts";
import type { Target } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

/** How targets are read. */
export interface TargetOptions {
  /** How many outputs the network has. */
  readonly units: number;
  /**
   * The labels in the order of the classes. Two labels may share one output, 0 for the first and 1 for the second.
   *
   * @default {[]}
   */
  readonly labels?: readonly string[];
  /**
   * Whether every number must lie between 0 and 1, as the cross-entropy needs it.
   *
   * @default {false}
   */
  readonly probabilities?: boolean;
}

/**
 * The target of a sample as a vector with one number an output.
 *
 * @param target A vector, a class index, a number or a label.
 * @param options How many outputs there are, and what they mean.
 * @returns The vector; for a class it is 1 at the class and 0 elsewhere. Shape: (units).
 * @throws {SampleError} If the length is wrong, a number is not finite or not a probability where it must be, the class
 * index is out of range, or the label is not known.
 *
 * @example Usage
 * ```ts
 * import { encodeTarget } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...encodeTarget(2, { units: 3 })], [0, 0, 1]);
 * assertEquals([...encodeTarget("yes", { units: 1, labels: ["no", "yes"] })], [1]);
 * assertEquals([...encodeTarget(20.5, { units: 1 })], [20.5]);
 * ```
 */
export function encodeTarget(target: Target, options: TargetOptions): Vector {
  return readTarget(target, options, makeArray);
}

/**
 * The same with arrays that are made elsewhere.
 *
 * @param target As there.
 * @param options As there.
 * @param make Makes the array that the numbers are written to.
 * @returns The vector.
 * @throws {SampleError} As there.
 */
export function readTarget(target: Target, options: TargetOptions, make: MakeArray): Vector {
  const { units, labels = [], probabilities = false } = options;
  const value = typeof target === "string" ? classOfLabel(target, labels) : target;
  const vector = readValue(value, units, make);
  if (probabilities) requireProbabilities(vector, value as number | ArrayLike<number>);
  return vector;
}

function classOfLabel(label: string, labels: readonly string[]): number {
  const index = labels.indexOf(label);
  if (index >= 0) return index;
  const rule = labels.length === 0
    ? "be a number or a vector where the learner has no labels"
    : `be one of ${labels.join(", ")}`;
  throw new SampleError({ field: "target", rule, value: label });
}

function readValue(value: Exclude<Target, string>, units: number, make: MakeArray): Vector {
  if (typeof value === "number") return units === 1 ? one(value, make) : oneHot(value, units, make);
  if (typeof value === "object" && value !== null && "length" in value) {
    return readDense(value as ArrayLike<number>, units, "target", make);
  }
  throw new SampleError({ field: "target", rule: "be a number, a label or an array of numbers", value });
}

function one(value: number, make: MakeArray): Vector {
  const vector = make(1);
  vector[0] = requireFinite(value, "target");
  return immutable(vector);
}

function oneHot(index: number, units: number, make: MakeArray): Vector {
  if (!Number.isInteger(index) || index < 0 || index >= units) {
    throw new SampleError({ field: "target", rule: `be a class index from 0 to ${units - 1}`, value: index });
  }
  const vector = make(units);
  vector[index] = 1;
  return immutable(vector);
}

function requireProbabilities(vector: Vector, given: ArrayLike<number> | number): void {
  const j = vector.findIndex((y) => y < 0 || y > 1);
  if (j < 0) return;
  const [field, value] = typeof given === "number" ? ["target", given] : [`target[${j}]`, given[j]];
  throw new SampleError({ field, rule: "lie between 0 and 1 under crossEntropy", value });
}
