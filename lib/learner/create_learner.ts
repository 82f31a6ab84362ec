import { type Features, type Sample, vectorize } from "../feature/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import { backprop, createNetwork, type Gradients, type Network, predict, withParameters } from "../network/mod.ts";
import { applyUpdates } from "../optimizer/mod.ts";
import type {
  Learned,
  LearnedMany,
  Learner,
  LearnerDescription,
  LearnerOptions,
  LearnerState,
  Task,
} from "./learner.ts";
import { meanGradients, scaleGradients } from "./mean_gradients.ts";
import { readEach, type ReadSample, readSample, type SampleShape } from "./read_samples.ts";

/**
 * Makes an online learner: pure functions that take a state and samples and return the next state.
 *
 * @param options The network, the optimizer and, for targets that are labels, the labels.
 * @returns The learner.
 * @throws {RangeError} If the network cannot be made, or the number of labels is not that of the outputs.
 *
 * @example Learn the exclusive or
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { assert } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 2, layers: [{ units: 4, activation: "tanh" }, { units: 1 }], cost: "crossEntropy", seed: 1 },
 *   optimizer: sgd({ learningRate: 0.5 }),
 * });
 * let state = learner.init();
 * for (let i = 0; i < 2000; i++) {
 *   for (const [a, b] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
 *     state = learner.learnOne(state, { features: [a, b], target: a ^ b }).state;
 *   }
 * }
 * assert(learner.predictOne(state, [0, 1])[0] > 0.9);
 * assert(learner.predictOne(state, [1, 1])[0] < 0.1);
 * ```
 */
export function createLearner(options: LearnerOptions): Learner {
  const { optimizer } = options;
  const initial = initialNetwork(options.network);
  const description = describe(options, initial);
  const shape = sampleShape(initial, description);

  const step = (state: LearnerState, gradients: Gradients, samples: number): LearnerState => {
    const [updates, next] = optimizer.update(state.optimizer, gradients, state.network);
    return { network: applyUpdates(state.network, updates), optimizer: next, samples: state.samples + samples };
  };

  const learn = (state: LearnerState, { input, target, weight }: ReadSample): Learned => {
    const { cost, output, gradients } = backprop(state.network, input, target);
    return { state: step(state, scaleGradients(gradients, weight), 1), output, cost };
  };

  const readAll = (state: LearnerState, samples: Iterable<Sample>): ReadSample[] => {
    requireState(state, initial);
    return readEach(samples, (sample) => readSample(sample, shape));
  };

  return {
    description,
    init: () => ({ network: initial, optimizer: optimizer.init(initial), samples: 0 }),

    learnOne(state, sample) {
      requireState(state, initial);
      return learn(state, readSample(sample, shape));
    },

    learnMany(state, samples) {
      let current = state;
      const results = readAll(state, samples).map((sample) => {
        const learned = learn(current, sample);
        current = learned.state;
        return { output: learned.output, cost: learned.cost };
      });
      return gather(current, results, shape.units);
    },

    learnBatch(state, samples) {
      const read = readAll(state, samples);
      if (read.length === 0) return gather(state, [], shape.units);
      const results: { output: Vector; cost: number }[] = [];
      const each = function* (): Iterable<Gradients> {
        for (const { input, target, weight } of read) {
          const { cost, output, gradients } = backprop(state.network, input, target);
          results.push({ output, cost });
          yield scaleGradients(gradients, weight);
        }
      };
      const gradients = meanGradients(state.network, each(), read.length);
      return gather(step(state, gradients, read.length), results, shape.units);
    },

    predictOne(state, features) {
      requireState(state, initial);
      return predict(state.network, vectorize(features, shape.inputs));
    },

    predictMany(state, features) {
      requireState(state, initial);
      const inputs = readEach(features, (one: Features) => vectorize(one, shape.inputs));
      return rows(inputs.map((input) => predict(state.network, input)), shape.units);
    },
  };
}

function initialNetwork(network: LearnerOptions["network"]): Network {
  return "parameters" in network ? withParameters(network, network.parameters) : createNetwork(network);
}

function describe(options: LearnerOptions, initial: Network): LearnerDescription {
  const { network, optimizer, labels = [] } = options;
  const { units, activation } = initial.layers[initial.layers.length - 1];
  if (labels.length > 0 && labels.length !== units && !(units === 1 && labels.length === 2)) {
    throw new RangeError(
      `Cannot create learner as labels must hold one label an output, which are ${units}: current value is ${labels.length}`,
    );
  }
  const classifies = initial.cost === "crossEntropy" || activation === "sigmoid" || activation === "softmax";
  const task: Task = options.task ?? (classifies ? "classification" : "regression");
  return {
    ..."parameters" in network ? {} : { network },
    ...optimizer.spec === undefined ? {} : { optimizer: optimizer.spec },
    labels,
    task,
  };
}

function sampleShape(network: Network, { labels }: LearnerDescription): SampleShape {
  const { units } = network.layers[network.layers.length - 1];
  return { inputs: network.inputs, units, labels, probabilities: network.cost === "crossEntropy" };
}

function requireState(state: LearnerState, initial: Network): void {
  const { length } = state.network.parameters;
  if (length === initial.parameters.length && state.network.inputs === initial.inputs) return;
  throw new RangeError(
    `Cannot use state as its network must have ${initial.inputs} inputs and ${initial.parameters.length} parameters: ` +
      `current value is ${state.network.inputs} and ${length}`,
  );
}

function gather(state: LearnerState, results: { output: Vector; cost: number }[], units: number): LearnedMany {
  const costs = immutable(Float32Array.from(results, ({ cost }) => cost));
  return { state, outputs: rows(results.map(({ output }) => output), units), costs };
}

function rows(vectors: Vector[], units: number): Vector {
  const block = new Float32Array(vectors.length * units);
  vectors.forEach((vector, i) => block.set(vector, i * units));
  return immutable(block);
}
