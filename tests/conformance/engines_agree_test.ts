/** Random networks and optimizers, and what may happen to them in any order: both engines give the same bytes. */
import {
  type ActivationName,
  type CostName,
  createLearner,
  createNetwork,
  type Features,
  type Learner,
  type LearnerState,
  loadKernel,
  nextNormal,
  nextRandom,
  type Optimizer,
  type Sample,
  SampleError,
  type Vector,
  withParameters,
} from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { cursorOf } from "../../lib/learner/mod.ts";
import { optimizers } from "../helper/optimizers.ts";

const HIDDEN: ActivationName[] = [
  "sigmoid",
  "tanh",
  "relu",
  "leakyRelu",
  "elu",
  "gelu",
  "silu",
  "softplus",
  "identity",
];
const COSTS: CostName[] = ["quadratic", "crossEntropy", "huber"];

/** Draws from a seed. */
function createDraw(seed: number) {
  const take = (next: (seed: number) => [number, number]): number => {
    const [value, following] = next(seed);
    seed = following;
    return value;
  };
  const below = (limit: number): number => Math.floor(take(nextRandom) * limit);
  return { below, of: <T>(items: readonly T[]): T => items[below(items.length)], normal: () => take(nextNormal) };
}

type Draw = ReturnType<typeof createDraw>;

function drawNetwork({ below, of, normal }: Draw) {
  const inputs = of([1, 2, 3, 5, 8, 17, 33]);
  const cost = of(COSTS);
  const hidden = Array.from(
    { length: below(3) },
    () => ({ units: of([1, 2, 4, 7, 16, 17, 32, 33]), activation: of(HIDDEN) }),
  );
  const units = of([1, 1, 2, 3, 4, 5, 9, 17]);
  const activation = of<ActivationName>(
    cost === "crossEntropy" ? ["sigmoid", "softmax"] : [...HIDDEN, "softmax"],
  );
  const network = createNetwork({
    inputs,
    layers: [...hidden, { units, activation: units === 1 && activation === "softmax" ? "sigmoid" : activation }],
    cost,
    seed: below(1000),
  });
  // Now and then a network that diverges, or has.
  const size = of([0, 0, 0, 0, 1e3, 1e30, 3e38]);
  if (size === 0) return network;
  return withParameters(network, network.parameters.map((w, i) => i % 3 === 0 ? w * size : normal()) as Vector);
}

function drawFeatures({ below, of, normal }: Draw, inputs: number): Features {
  const value = () => of([0, normal(), normal(), 1, -1e-30]);
  if (below(3) > 0) {
    return Float32Array.from({ length: inputs }, value);
  }
  const indices = Array.from({ length: inputs }, (_, k) => k).filter(() => below(3) === 0);
  return { indices, values: indices.map(value) };
}

function drawSample(draw: Draw, inputs: number, units: number): Sample {
  const { below, of } = draw;
  const target = Float32Array.from({ length: units }, () => below(3) / 2);
  return { features: drawFeatures(draw, inputs), target, weight: of([1, 1, 1, 0, 0.5, 2]) };
}

/** Features that every learner refuses. */
function drawRefused({ below, of }: Draw, inputs: number): Features {
  const features = new Float32Array(inputs + (below(4) === 0 ? 1 : 0));
  features[below(features.length)] = of([NaN, Infinity, -Infinity]);
  return features;
}

function numbersOf(state: LearnerState): unknown {
  return { parameters: bits(state.network.parameters), optimizer: state.optimizer, samples: state.samples };
}

/** The bits of numbers, every NaN as the same. */
function bits(vector: Vector): number[] {
  const words = new Uint32Array(Float32Array.from(vector).buffer);
  return Array.from(words, (word, i) => vector[i] !== vector[i] ? NaN : word);
}

/** What came of operations on one learner, whose states are gone on from in any order. */
function run(learner: Learner, draw: Draw, inputs: number, units: number): unknown[] {
  const { below, of } = draw;
  const states = [learner.init()];
  const seen: unknown[] = [];
  const samples = () => Array.from({ length: below(10) }, () => drawSample(draw, inputs, units));
  const take = ({ state, ...rest }: { state: LearnerState; [name: string]: unknown }) => {
    states.push(state);
    for (const value of Object.values(rest)) seen.push(typeof value === "number" ? value : bits(value as Vector));
  };
  const operations: ((state: LearnerState) => void)[] = [
    (state) => take({ ...learner.learnOne(state, drawSample(draw, inputs, units)) }),
    (state) => take({ ...learner.learnMany(state, samples()) }),
    (state) => take({ ...learner.learnBatch(state, samples()) }),
    (state) => seen.push(bits(learner.predictOne(state, drawFeatures(draw, inputs)))),
    (state) => seen.push(bits(learner.predictMany(state, samples().map(({ features }) => features)))),
    (state) => {
      const cursor = cursorOf(learner, state);
      for (const sample of samples()) {
        const { output, cost, state } = cursor.learnOne(sample);
        seen.push(bits(output), cost);
        if (below(3) === 0) states.push(state());
      }
    },
    (state) => seen.push(refusal(() => learner.learnOne(state, { features: drawRefused(draw, inputs), target: 0 }))),
    (state) => seen.push(refusal(() => learner.predictOne(state, drawRefused(draw, inputs)))),
    (state) => {
      const batch = [...samples(), { features: drawRefused(draw, inputs), target: new Float32Array(units) }];
      const learn = of(["learnMany", "learnBatch"] as const);
      seen.push(refusal(() => learner[learn](state, batch)));
    },
  ];
  for (let i = 0; i < 12; i++) of(operations)(below(3) === 0 ? of(states) : states[states.length - 1]);
  return [...seen, ...states.map(numbersOf)];
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SampleError) return error.message;
    throw error;
  }
  throw new Error("was not refused");
}

for (const [name, optimizer] of Object.entries(optimizers) as [string, Optimizer][]) {
  Deno.test(`the SIMD engine and the reference agree to the last bit whatever happens, with ${name}`, () => {
    for (let seed = 0; seed < 60; seed++) {
      const network = drawNetwork(createDraw(seed));
      const { units } = network.layers[network.layers.length - 1];
      const results: unknown[][] = [];
      for (const kernel of ["simd", "reference"] as const) {
        loadKernel(kernel === "reference" ? kernel : undefined);
        results.push(run(createLearner({ network, optimizer }), createDraw(seed + 1e6), network.inputs, units));
      }
      loadKernel();
      assertEquals(results[0], results[1], `seed ${seed}`);
    }
  });
}
