import { DenseSamples, type Features, readFeatures, type Sample } from "../feature/mod.ts";
import { simdModule } from "../kernel/mod.ts";
import { createNetwork, type Network, withParameters } from "../network/mod.ts";
import type { Optimizer } from "../optimizer/mod.ts";
import { createScratch } from "./create_scratch.ts";
import { createSlab } from "./create_slab.ts";
import { withCursor } from "./cursor.ts";
import { denseReader } from "./dense_reader.ts";
import type { Engine } from "./engine.ts";
import type { Learner, LearnerDescription, LearnerOptions, LearnerState, Task } from "./learner.ts";
import { readEach, readSample, type SampleShape } from "./read_samples.ts";
import { createReferenceEngine } from "./reference_engine.ts";
import { createSimdEngine } from "./simd_engine.ts";

/**
 * Makes an online learner: pure functions that take a state and samples and return the next state.
 *
 * @param options The network, the optimizer and, for targets that are labels, the labels.
 * @returns The learner.
 * @throws {RangeError} If the network cannot be made, the number of labels is not that of the outputs, two labels are the
 * same, or the task is unknown.
 * @throws {TypeError} If the labels are not a list of texts.
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
  const engineFor = chooseEngine(initial, optimizer);
  const engineOf = (state: LearnerState): Engine => {
    const engine = engineFor();
    if (!engine.holds(state)) requireState(state, initial);
    return engine;
  };
  const passing = {
    ...shape,
    makeInput: createScratch(shape.inputs),
    makeTarget: shape.units === 1 ? createScratch(1) : shape.makeTarget, // several numbers are made of zeros
  };
  const shapeFor = ({ checksInputs }: Engine): SampleShape => checksInputs ? passing : shape;
  const read = (sample: Sample, engine: Engine) => readSample(sample, shapeFor(engine), !engine.checksInputs);
  const readInput = (features: Features, engine: Engine) =>
    readFeatures(features, shape.inputs, "features", shapeFor(engine).makeInput, !engine.checksInputs);

  const learner: Learner = {
    description,
    init: () => ({ network: initial, optimizer: optimizer.init(initial), samples: 0 }),
    learnOne(state, sample) {
      const engine = engineOf(state);
      return engine.learnOne(state, read(sample, engine));
    },
    learnMany(state, samples) {
      const engine = engineOf(state);
      if (samples instanceof DenseSamples && samples.inputs === shape.inputs && engine.checksInputs) {
        return engine.learnMany(state, samples.targets, denseReader(samples, passing));
      }
      return engine.learnMany(state, samples, (sample) => read(sample, engine));
    },
    learnBatch(state, samples) {
      const engine = engineOf(state);
      return engine.learnBatch(state, readEach(samples, (sample) => read(sample, engine)));
    },
    predictOne(state, features) {
      const engine = engineOf(state);
      return engine.predictOne(state, readInput(features, engine));
    },
    predictMany(state, features) {
      const engine = engineOf(state);
      return engine.predictMany(state, readEach(features, (one) => readInput(one, engine)));
    },
  };
  return withCursor(learner, (state) => {
    const engine = engineOf(state);
    const { learnOne, predictOne, isFinite } = engine.open(state);
    return {
      learnOne: (sample) => learnOne(read(sample, engine)),
      predictOne: (features) => predictOne(readInput(features, engine)),
      isFinite,
    };
  });
}

/** The SIMD kernel where it is to be had and knows the optimizer, or else the reference; chosen anew if the kernel changes. */
function chooseEngine(network: Network, optimizer: Optimizer): () => Engine {
  const { units } = network.layers[network.layers.length - 1];
  const { program } = optimizer;
  let made: { module: WebAssembly.Module | undefined; engine: Engine } | undefined;
  return () => {
    const module = program === undefined ? undefined : simdModule();
    if (made === undefined || made.module !== module) {
      const engine = module === undefined
        ? createReferenceEngine(optimizer, units)
        : createSimdEngine({ module, network, program: program! });
      made = { module, engine };
    }
    return made.engine;
  };
}

function initialNetwork(network: LearnerOptions["network"]): Network {
  if (!("parameters" in network)) return createNetwork(network);
  // Made anew, so that a network that someone else put together is checked as options are.
  const { inputs, cost } = network;
  const layers = network.layers.map(({ units, activation }) => ({ units, activation, initializer: "zeros" as const }));
  return withParameters(createNetwork({ inputs, layers, cost }), network.parameters);
}

function describe(options: LearnerOptions, initial: Network): LearnerDescription {
  const { network, optimizer, labels = [] } = options;
  const { units, activation } = initial.layers[initial.layers.length - 1];
  requireLabels(labels, units);
  const classifies = initial.cost === "crossEntropy" || activation === "sigmoid" || activation === "softmax";
  const { task = classifies ? "classification" : "regression" } = options;
  requireTask(task);
  return {
    ..."parameters" in network ? {} : { network },
    ...optimizer.spec === undefined ? {} : { optimizer: optimizer.spec },
    labels,
    task,
  };
}

function requireLabels(labels: readonly string[], units: number): void {
  if (!Array.isArray(labels) || labels.some((label) => typeof label !== "string")) {
    const current = JSON.stringify(labels);
    throw new TypeError(`Cannot create learner as labels must be a list of texts: current value is ${current}`);
  }
  if (labels.length > 0 && labels.length !== units && !(units === 1 && labels.length === 2)) {
    throw new RangeError(
      `Cannot create learner as labels must hold one label an output, which are ${units}: current value is ${labels.length}`,
    );
  }
  const seen = new Set<string>();
  for (const label of labels) {
    if (seen.has(label)) {
      throw new RangeError(`Cannot create learner as labels must differ: current value is "${label}" twice`);
    }
    seen.add(label);
  }
}

function requireTask(task: Task): void {
  if (task === "classification" || task === "regression") return;
  const current = JSON.stringify(task);
  throw new RangeError(
    `Cannot create learner as task must be classification or regression: current value is ${current}`,
  );
}

function sampleShape(network: Network, { labels }: LearnerDescription): SampleShape {
  const { units } = network.layers[network.layers.length - 1];
  return {
    inputs: network.inputs,
    units,
    labels,
    probabilities: network.cost === "crossEntropy",
    makeInput: createSlab(network.inputs),
    makeTarget: createSlab(units),
    known: [],
  };
}

function requireState(state: LearnerState, initial: Network): void {
  if (typeof state?.network !== "object" || state.network === null) {
    throw new TypeError(`Cannot use state as it must hold a network: current value is ${JSON.stringify(state)}`);
  }
  const { inputs, layers } = state.network;
  const same = inputs === initial.inputs && layers.length === initial.layers.length &&
    layers.every(({ units }, l) => units === initial.layers[l].units);
  if (same) return;
  throw new RangeError(
    `Cannot use state as its network must have the sizes ${sizesOf(initial)}: current value is ${
      sizesOf(state.network)
    }`,
  );
}

/** The number of inputs, and the units of each layer. */
function sizesOf({ inputs, layers }: Network): string {
  return `[${[inputs, ...layers.map(({ units }) => units)].join(", ")}]`;
}
