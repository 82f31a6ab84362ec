import { SampleError, type Target, targetScaler } from "../feature/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import type { TargetCodec, TargetState } from "./target_codec.ts";

/** How classes are read. */
export interface ClassTargetsOptions {
  /** The labels that are known from the start, in the order of their outputs. */
  readonly labels: readonly string[];
  /** How many classes there may be at most. */
  readonly maxClasses: number;
}

/** Two classes share no output, so that a third one is one output more. */
const FEWEST = 2;

/** The sum of probabilities may be so far from 1, as they are rounded. */
const ROUNDING = 1e-3;

/**
 * Classes of which each sample has one. A label that nobody has announced becomes one more output, and so does a class index
 * behind the last; a vector gives the probabilities of the classes there are. true is the class 1, false the class 0.
 *
 * @param options The labels known from the start, and how many there may be.
 * @returns The codec.
 */
export function classTargets({ labels, maxClasses }: ClassTargetsOptions): TargetCodec {
  const grown = (state: TargetState, target: Target): TargetState => {
    const { labels, units } = state;
    const read = typeof target === "boolean" ? Number(target) : target;
    if (typeof read === "string") {
      if (labels.includes(read)) return state;
      requireLabel(read);
      requireRoom(labels.length + 1, read);
      return { ...state, labels: [...labels, read], units: Math.max(units, labels.length + 1) };
    }
    if (typeof read === "number") {
      requireIndex(read);
      if (read < units) return state;
      requireRoom(read + 1, read);
      return { ...state, units: read + 1 };
    }
    readProbabilities(read, units);
    return state;
  };

  const requireRoom = (classes: number, value: unknown): void => {
    if (classes <= maxClasses) return;
    throw new SampleError({ field: "target", rule: `be one of ${maxClasses} classes at most`, value });
  };

  return {
    init: () => ({ labels, units: Math.max(FEWEST, labels.length), scaler: targetScaler().init() }),
    update: grown,
    encode({ labels, units }, target) {
      const read = typeof target === "boolean" ? Number(target) : target;
      const at = typeof read === "string" ? labels.indexOf(read) : read;
      if (typeof at !== "number") return readProbabilities(at, units);
      if (typeof read === "number") requireIndex(read);
      if (at < 0 || at >= units) {
        throw new SampleError({ field: "target", rule: "be a class that has been learned", value: target });
      }
      const vector = new Float32Array(units);
      vector[at] = 1;
      return immutable(vector);
    },
    scale: (_, target) => target,
    restore: (_, output) => output,
  };
}

/** Labels are kept, so that they have a bound. */
const LONGEST_LABEL = 256;

/**
 * Throws if a label is too long to be kept.
 *
 * @param label The label.
 * @throws {SampleError} If it has more than 256 characters.
 */
export function requireLabel(label: string): void {
  if (label.length <= LONGEST_LABEL) return;
  throw new SampleError({ field: "target", rule: `have ${LONGEST_LABEL} characters at most`, value: label });
}

function requireIndex(index: number): void {
  if (Number.isSafeInteger(index) && index >= 0) return;
  throw new SampleError({ field: "target", rule: "be a label, or a class index from 0 on", value: index });
}

function readProbabilities(target: unknown, units: number): Vector {
  if (typeof target !== "object" || target === null || !("length" in target)) {
    throw new SampleError({
      field: "target",
      rule: "be a label, a class index or an array of probabilities",
      value: target,
    });
  }
  const given = target as ArrayLike<number>;
  if (given.length !== units) {
    throw new SampleError({ field: "target", rule: `hold ${units} numbers, one a class`, value: target });
  }
  const vector = new Float32Array(units);
  let sum = 0;
  for (let j = 0; j < units; j++) {
    if (!(typeof given[j] === "number" && given[j] >= 0 && given[j] <= 1)) {
      throw new SampleError({ field: `target[${j}]`, rule: "lie between 0 and 1", value: given[j] });
    }
    vector[j] = given[j];
    sum += given[j];
  }
  if (!(Math.abs(sum - 1) <= ROUNDING)) {
    throw new SampleError({ field: "target", rule: "hold probabilities that sum to 1", value: sum });
  }
  return immutable(vector);
}
