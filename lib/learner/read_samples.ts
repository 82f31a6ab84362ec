import {
  encodeTarget,
  type MakeArray,
  readFeatures,
  readTarget,
  type Sample,
  type Target,
  type TargetOptions,
} from "../feature/mod.ts";
import type { SparseVector, Vector } from "../kernel/mod.ts";
import { placed } from "./placed.ts";
import { requireSample } from "./require_sample.ts";

/** A sample as the network takes it. */
export interface ReadSample {
  /** x. */
  readonly input: Vector | SparseVector;
  /** Where x begins in a dense input that holds others as well; 0 if missing. */
  readonly from?: number;
  /** y. */
  readonly target: Vector;
  /** Importance. */
  readonly weight: number;
}

/** How samples are read. */
export interface SampleShape extends TargetOptions {
  /** How many numbers the features hold. */
  readonly inputs: number;
  /** Makes the arrays of inputs that are none yet. */
  readonly makeInput: MakeArray;
  /** Makes the arrays of targets. */
  readonly makeTarget: MakeArray;
  /** Targets that were read before, by their number; filled by {@linkcode readSample}. */
  readonly known: Vector[];
}

/** Targets are kept up to here, as to make a small array takes longer than a small step; an array of them takes 64 KiB. */
const MOST_KNOWN = 128;

/**
 * Checks a sample and turns it into vectors.
 *
 * @param sample The sample.
 * @param shape What the network needs.
 * @param isChecked Whether a `Float32Array` is checked here for numbers that are not finite, and not later by the kernel.
 * @returns Input, target and weight.
 * @throws {SampleError} If the sample cannot be used.
 */
export function readSample(sample: Sample, shape: SampleShape, isChecked = true): ReadSample {
  const weight = requireSample(sample);
  const { features, target } = sample;
  return {
    input: readFeatures(features, shape.inputs, "features", shape.makeInput, isChecked),
    target: readKnownTarget(target, shape),
    weight,
  };
}

/**
 * Turns a target into a vector. Those of small whole numbers are made once.
 *
 * @param target The target.
 * @param shape What the network needs.
 * @returns The vector.
 * @throws {SampleError} If the target cannot be used.
 */
export function readKnownTarget(target: Target, shape: SampleShape): Vector {
  const mayBeKnown = typeof target === "number" && Number.isInteger(target) && target >= 0 && target < MOST_KNOWN;
  if (!mayBeKnown || shape.units > MOST_KNOWN) return readTarget(target, shape, shape.makeTarget);
  return shape.known[target] ??= encodeTarget(target, shape);
}

/**
 * Reads several things, each when it is asked for, as a source may use one array for all of them; an error tells which
 * one it belongs to.
 *
 * @param items The things.
 * @param read What is made of one.
 * @returns The results in order.
 * @throws {SampleError} If one cannot be used.
 */
export function* readEach<T, R>(items: Iterable<T>, read: (item: T) => R): Generator<R> {
  let index = 0;
  for (const item of items) yield placed(index++, read, item);
}
