import type { Sample, Target } from "./sample.ts";

/** Samples whose features lie one behind the other, and the rest beside them. */
export interface SampleColumns {
  /** How many numbers the features of one sample hold. */
  readonly inputs: number;
  /** The features. Shape: (samples, inputs), one row a sample. */
  readonly features: Float32Array;
  /** What the network should answer. Shape: (samples). */
  readonly targets: readonly Target[];
  /** Importances, 1 by default. Shape: (samples). */
  readonly weights?: readonly number[] | undefined;
  /** Names, undefined for a sample that has none. Shape: (samples). */
  readonly ids?: readonly (string | undefined)[] | undefined;
}

/**
 * Samples in columns: they are learned as if each was an object, and no object is made for each. `learnMany` of a network takes
 * them out of the columns; whatever else takes samples gets objects, made when they are asked for.
 *
 * @example Usage
 * ```ts
 * import { createLearner, DenseSamples, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const samples = new DenseSamples({ inputs: 2, features: Float32Array.of(1, 2, 3, 4), targets: [0.5, 1] });
 * assertEquals(samples.at(1), { features: Float32Array.of(3, 4), target: 1 });
 *
 * const learner = createLearner({
 *   network: { inputs: 2, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * assertEquals(learner.learnMany(learner.init(), samples).costs.length, 2);
 * ```
 */
export class DenseSamples implements SampleColumns, Iterable<Sample> {
  readonly inputs: number;
  readonly features: Float32Array;
  readonly targets: readonly Target[];
  readonly weights: readonly number[] | undefined;
  readonly ids: readonly (string | undefined)[] | undefined;

  /**
   * Takes columns as they are; what they hold is checked by what learns from them.
   *
   * @param columns The columns.
   * @throws {RangeError} If they differ in how many samples they hold.
   */
  constructor({ inputs, features, targets, weights, ids }: SampleColumns) {
    const { length } = targets;
    requireLength("features", features.length, length * inputs);
    if (weights !== undefined) requireLength("weights", weights.length, length);
    if (ids !== undefined) requireLength("ids", ids.length, length);
    this.inputs = inputs;
    this.features = features;
    this.targets = targets;
    this.weights = weights;
    this.ids = ids;
  }

  /** How many samples there are. */
  get length(): number {
    return this.targets.length;
  }

  /** The sample at a place from 0 on; its features are a view. */
  at(index: number): Sample | undefined {
    const { inputs, features, targets, weights, ids } = this;
    if (!(index in targets)) return undefined;
    const [weight, id] = [weights?.[index], ids?.[index]];
    return {
      features: features.subarray(index * inputs, (index + 1) * inputs),
      target: targets[index],
      ...weight === undefined ? {} : { weight },
      ...id === undefined ? {} : { id },
    };
  }

  /** The samples from a place on, up to another one; their features are a view. */
  slice(from: number = 0, to: number = this.length): DenseSamples {
    const { inputs, features, targets, weights, ids } = this;
    return new DenseSamples({
      inputs,
      features: features.subarray(from * inputs, to * inputs),
      targets: targets.slice(from, to),
      weights: weights?.slice(from, to),
      ids: ids?.slice(from, to),
    });
  }

  /** The samples one by one. */
  *[Symbol.iterator](): Generator<Sample> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!;
  }
}

function requireLength(name: string, length: number, wanted: number): void {
  if (length === wanted) return;
  throw new RangeError(`Cannot use samples as ${name} must hold ${wanted} values: current value is ${length}`);
}
