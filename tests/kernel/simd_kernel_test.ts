/** The SIMD kernel against the functions it stands for: the same bytes, whatever the network and the optimizer. */
import {
  activations,
  adagrad,
  adam,
  adamw,
  applyUpdates,
  backprop,
  chain,
  clipByNorm,
  cosine,
  costs,
  createNetwork,
  l1,
  momentum,
  nesterov,
  type Network,
  type NetworkOptions,
  type Optimizer,
  parameterBlock,
  parameterViews,
  predict,
  rmsprop,
  sgd,
  type StepState,
  type Vector,
  weightDecay,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { simdModule } from "../../lib/kernel/load_kernel.ts";
import type { SparseVector } from "../../lib/kernel/sparse_vector.ts";
import { createSimdKernel, type KernelSample, type SimdKernel } from "../../lib/kernel/simd_kernel.ts";
import { nextRandom } from "../../lib/random/mod.ts";
import { assertSame } from "../helper/assert_same.ts";

const optimizers: Record<string, Optimizer> = {
  sgd: sgd({ learningRate: 0.1 }),
  "sgd with a schedule": sgd({ learningRate: cosine({ rate: 0.2, steps: 30 }) }),
  momentum: momentum({ learningRate: 0.1 }),
  nesterov: nesterov({ learningRate: 0.1 }),
  adagrad: adagrad({ learningRate: 0.1 }),
  rmsprop: rmsprop(),
  adam: adam(),
  adamw: adamw({ weightDecay: 0.1 }),
  "clipping and sgd": chain(clipByNorm({ maxNorm: 0.05 }), sgd({ learningRate: 0.5 })),
  "clipping, L2, L1 and adam": chain(
    clipByNorm({ maxNorm: 1 }),
    weightDecay({ rate: 0.01 }),
    l1({ rate: 0.001 }),
    adam(),
  ),
  "adamw and momentum": chain(adamw(), momentum({ learningRate: 0.5 })),
};

/** Sizes that fill lanes of four and that do not, single neurons, and several layers. */
const sizes = [[3, 1], [5, 4], [7, 6, 3], [9, 17, 5, 2], [20, 33, 1], [6, 1, 4], [4, 8, 8, 8], [70, 20, 3], [130, 1], [
  64,
  16,
]];

/** The functions: what the kernel must agree with. */
class Reference {
  network: Network;
  state: unknown;
  constructor(readonly optimizer: Optimizer, network: Network) {
    this.network = network;
    this.state = optimizer.init(network);
  }
  /** Learns samples by their mean gradient; of one sample without a mean. */
  learn(samples: readonly KernelSample[]): Results {
    const results = samples.map(({ input, target }) => backprop(this.network, input, target));
    const blocks = results.map(({ gradients }, i) => {
      const weight = Math.fround(samples[i].weight);
      return parameterBlock(this.network, gradients).map((g) => weight === 1 ? g : Math.fround(weight * g));
    });
    const mean = samples.length === 1 ? blocks[0] : meanOf(blocks);
    const gradients = parameterViews(this.network.layers, mean);
    const [updates, state] = this.optimizer.update(this.state, gradients, this.network);
    this.network = applyUpdates(this.network, updates);
    this.state = state;
    return { outputs: results.flatMap(({ output }) => [...output]), costs: results.map(({ cost }) => cost) };
  }
  /** What the kernel loads. */
  stages(): { step: number; memories: Vector[] }[] {
    const { stages, split } = this.optimizer.program!;
    return split(this.state).map((state: StepState, i) => ({
      step: state.step,
      memories: stages[i].memories.map((name) => (state as unknown as Record<string, Vector>)[name]),
    }));
  }
}

function meanOf(blocks: readonly Vector[]): Float32Array {
  const sum = new Float32Array(blocks[0].length);
  for (const block of blocks) block.forEach((g, i) => sum[i] = Math.fround(sum[i] + g));
  const share = Math.fround(1 / blocks.length);
  return sum.map((g) => Math.fround(share * g));
}

/** Opens the kernel on what the reference holds. */
function open({ network, optimizer }: Reference): SimdKernel {
  return createSimdKernel(simdModule()!, { ...network, stages: optimizer.program!.stages });
}

function random(seed: number): () => number {
  return () => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return value;
  };
}

/** Dense inputs without a zero, with some and of zeros alone, and sparse ones, each after each. */
function samplesFor(network: Network, count: number, next: () => number): KernelSample[] {
  const { units } = network.layers[network.layers.length - 1];
  return Array.from({ length: count }, (_, i) => {
    const zeros = [0, 0.4, 0.6, 0, 0.8, 1, 0.5, 0][Math.floor(8 * next())];
    const input = Float32Array.from({ length: network.inputs }, () => next() < zeros ? 0 : 2 * next() - 1);
    return {
      input: next() < 0.4 ? sparse(input) : input,
      target: Float32Array.from({ length: units }, next),
      weight: i % 7 === 3 ? 0.5 : 1,
    };
  });
}

function sparse(input: Float32Array): SparseVector {
  const indices = Array.from(input.keys()).filter((k) => input[k] !== 0);
  return { indices, values: indices.map((k) => input[k]) };
}

/** Compares parameters and memories. */
function assertSameState(kernel: SimdKernel, reference: Reference): void {
  const captured = kernel.capture();
  const blocks = [reference.network.parameters, ...reference.stages().flatMap(({ memories }) => memories)];
  blocks.forEach((block, i) => assertSame(kernel.block(captured, i), block));
  assertEquals(captured.steps, reference.stages().map(({ step }) => step));
}

interface Results {
  outputs: number[];
  costs: number[];
}

function learnBatch(kernel: SimdKernel, samples: readonly KernelSample[], output: Float32Array): Results {
  const results: Results = { outputs: [], costs: [] };
  kernel.learnBatch(samples, (cost) => {
    kernel.output(output, 0);
    results.outputs.push(...output);
    results.costs.push(cost);
  });
  return results;
}

function assertSameResults(actual: Results, expected: Results): void {
  assertSame(actual.outputs, expected.outputs);
  assertSame(actual.costs, expected.costs);
}

function check(optimizer: Optimizer, options: NetworkOptions, seed: number): void {
  const next = random(seed);
  const reference = new Reference(optimizer, createNetwork(options));
  const kernel = open(reference);
  kernel.load(reference.network.parameters, reference.stages());
  const output = new Float32Array(options.layers[options.layers.length - 1].units);
  const samples = samplesFor(reference.network, 20, next);
  for (const [i, sample] of samples.entries()) {
    const expected = reference.learn([sample]);
    const cost = kernel.learn(sample)!;
    kernel.output(output, 0);
    assertSame([cost], expected.costs);
    assertSame(output, expected.outputs);
    if (i % 9 === 8) assertSameState(kernel, reference);
    if (i % 6 === 5) {
      kernel.predict(samples[0].input);
      kernel.output(output, 0);
      assertSame(output, predict(reference.network, samples[0].input));
    }
  }
  for (const size of [1, 4, 7]) {
    const batch = samplesFor(reference.network, size, next);
    const expected = reference.learn(batch);
    assertSameResults(learnBatch(kernel, batch, output), expected);
  }
  assertSameState(kernel, reference);
}

/** The same with samples that are put aside, and learned when no more can be or after some of them. */
function checkKept(optimizer: Optimizer, options: NetworkOptions, seed: number): number {
  const next = random(seed);
  const reference = new Reference(optimizer, createNetwork(options));
  const kernel = open(reference);
  kernel.load(reference.network.parameters, reference.stages());
  const { units } = options.layers[options.layers.length - 1];
  const samples = samplesFor(reference.network, 60, next);
  const into = { outputs: new Float32Array(60 * units), costs: new Float32Array(60), count: 0 };
  const expected: Results = { outputs: [], costs: [] };
  let kept = 0;
  for (const sample of samples) {
    if (kernel.keep(sample)) {
      kept++;
      if (kernel.isFull() || next() < 0.1) assertEquals(kernel.learnKept(into), undefined);
    } else {
      kernel.learnKept(into);
      into.costs[into.count] = kernel.learn(sample)!;
      kernel.output(into.outputs, into.count++ * units);
    }
    const { outputs, costs } = reference.learn([sample]);
    expected.outputs.push(...outputs);
    expected.costs.push(Math.fround(costs[0]));
  }
  kernel.learnKept(into);
  assertSame(into.outputs, expected.outputs);
  assertSame(into.costs, expected.costs);
  const output = new Float32Array(units);
  kernel.output(output, 0);
  assertSame(output, expected.outputs.slice(-units));
  assertSameState(kernel, reference);
  return kept;
}

for (const [name, optimizer] of Object.entries(optimizers)) {
  Deno.test(`SimdKernel with ${name} learns samples that were put aside to the same bytes`, () => {
    const seeds = Array.from({ length: 2 * sizes.length }, (_, i) => i + 1);
    const kept = seeds.map((seed) => {
      const [inputs, ...units] = sizes[seed % sizes.length];
      const layers = units.map((count, l) => ({
        units: count,
        activation: l === units.length - 1 ? "identity" as const : "tanh" as const,
      }));
      return checkKept(optimizer, { inputs, layers, seed }, seed);
    });
    const isChain = optimizer.program!.stages.length > 1;
    assertEquals(kept.every((count) => isChain ? count === 0 : count > 20), true);
  });
}

for (const [name, optimizer] of Object.entries(optimizers)) {
  Deno.test(`SimdKernel with ${name} gives the bytes of backprop and update, over all activations and costs`, () => {
    let seed = 1;
    for (const activation of Object.keys(activations) as (keyof typeof activations)[]) {
      for (const cost of Object.keys(costs) as (keyof typeof costs)[]) {
        for (const last of ["identity", "sigmoid", "softmax"] as const) {
          const [inputs, ...units] = sizes[seed % sizes.length];
          const layers = units.map((count, l) => ({
            units: count,
            activation: l === units.length - 1 ? last : activation,
          }));
          check(optimizer, { inputs, layers, cost, seed }, seed++);
        }
      }
    }
  });
}

const tiny = { inputs: 2, layers: [{ units: 2, activation: "identity" as const }] };

Deno.test("SimdKernel goes on from what it is given back", () => {
  const reference = new Reference(momentum({ learningRate: 0.1 }), createNetwork({ ...tiny, seed: 5 }));
  const kernel = open(reference);
  kernel.load(reference.network.parameters, reference.stages());
  const [one, two] = samplesFor(reference.network, 2, random(3));
  kernel.learn(one);
  const captured = kernel.capture();
  kernel.learn(two);
  const expected = kernel.block(kernel.capture(), 0);
  kernel.restore(captured);
  kernel.learn(two);
  assertSame(kernel.block(kernel.capture(), 0), expected);
});

Deno.test("SimdKernel spreads what is not finite as the reference does, in batches too", () => {
  for (const bad of [NaN, Infinity, -Infinity, 3e38]) {
    const network = createNetwork({ inputs: 5, layers: [{ units: 6, activation: "relu" }, { units: 2 }], seed: 1 });
    const parameters = Float32Array.from(network.parameters, (value, i) => i === 7 ? bad : value);
    const reference = new Reference(sgd({ learningRate: 0.1 }), { ...network });
    reference.network = applyUpdates(
      network,
      parameterViews(network.layers, parameters.map((p, i) => p - network.parameters[i])),
    );
    const kernel = open(reference);
    kernel.load(reference.network.parameters, reference.stages());
    const samples = samplesFor(network, 9, random(4)).map((sample) => ({ ...sample, weight: 1 }));
    for (const sample of samples.slice(0, 5)) {
      assertSame([kernel.learn(sample)!], reference.learn([sample]).costs);
    }
    assertSameState(kernel, reference);
    const expected = reference.learn(samples);
    assertSameResults(learnBatch(kernel, samples, new Float32Array(2)), expected);
    assertSameState(kernel, reference);
  }
});

Deno.test("SimdKernel throws for a network that does not fit WebAssembly memory", () => {
  const { stages } = sgd({ learningRate: 1 }).program!;
  assertThrows(
    () =>
      createSimdKernel(simdModule()!, {
        inputs: 2 ** 20,
        layers: [{ units: 4096, activation: "relu" }],
        cost: "quadratic",
        stages,
      }),
    RangeError,
    "Cannot use SIMD kernel as the network must fit into WebAssembly memory: current value is",
  );
});

Deno.test("SimdKernel does nothing with a dense input that is not finite", () => {
  const reference = new Reference(
    sgd({ learningRate: 0.1 }),
    createNetwork({ inputs: 70, layers: [{ units: 20 }], seed: 1 }),
  );
  const kernel = open(reference);
  kernel.load(reference.network.parameters, reference.stages());
  const samples = samplesFor(reference.network, 30, random(8));
  const output = new Float32Array(20);
  for (const [i, sample] of samples.entries()) {
    for (const bad of [NaN, Infinity, -Infinity]) {
      const input = new Float32Array(70).fill(bad, i, i + 1);
      assertEquals([kernel.learn({ ...sample, input }), kernel.predict(input)], [undefined, false]);
    }
    assertSame([kernel.learn(sample)!], reference.learn([sample]).costs);
    if (i === 20) kernel.predict(samples[0].input);
  }
  kernel.predict(samples[3].input);
  kernel.output(output, 0);
  assertSame(output, predict(reference.network, samples[3].input));
  assertSameState(kernel, reference);
});

for (const name of ["momentum", "nesterov", "rmsprop", "adam", "adamw"]) {
  Deno.test(`SimdKernel with ${name} takes the steps that sparse samples leave out, thousands of them too`, () => {
    const network = createNetwork({ inputs: 30, layers: [{ units: 5 }, { units: 1 }], seed: 2 });
    const reference = new Reference(optimizers[name], network);
    const kernel = open(reference);
    kernel.load(network.parameters, reference.stages());
    const next = random(5);
    for (let i = 0; i < 9000; i++) {
      const column = i % 3000 === 0 ? 29 : Math.floor(10 * next()); // most are never visited, and one seldom
      const input = { indices: [column], values: [next() + 0.5] };
      const sample = { input, target: Float32Array.of(next()), weight: 1 };
      assertSame([kernel.learn(sample)!], reference.learn([sample]).costs);
      if (i === 4000) assertSameState(kernel, reference);
    }
    const output = new Float32Array(1);
    const input = Float32Array.from({ length: 30 }, next);
    kernel.predict(input);
    kernel.output(output, 0);
    assertSame(output, predict(reference.network, input));
    assertSameState(kernel, reference);
  });
}

Deno.test("SimdKernel stops at a sample that was put aside whose input is not finite, and gives it back", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 1, activation: "identity" }], seed: 1 });
  const [one, other] = [new Reference(optimizers.sgd, network), new Reference(optimizers.sgd, network)];
  const kernel = open(one);
  kernel.load(network.parameters, one.stages());
  const sample = (input: number[]): KernelSample => ({
    input: Float32Array.from(input),
    target: Float32Array.of(1),
    weight: 1,
  });
  const into = { outputs: new Float32Array(9), costs: new Float32Array(9), count: 0 };
  for (const bad of [NaN, Infinity, -Infinity]) {
    for (const input of [[1, 2, 3], [4, bad, 6], [7, 8, 9]]) assertEquals(kernel.keep(sample(input)), true);
    assertSame(kernel.learnKept(into)!, [4, bad, 6]);
    other.learn([sample([1, 2, 3])]);
  }
  assertEquals([into.count, kernel.learnKept(into)], [3, undefined]);
  assertSameState(kernel, other);
  assertEquals(kernel.predict(Float32Array.of(1, 1, 1)), true);

  kernel.keep(sample([1, 1, 1]));
  kernel.load(network.parameters, one.stages()); // what was put aside is gone
  assertEquals([kernel.learnKept(into), into.count], [undefined, 3]);
  assertSameState(kernel, one);
});

Deno.test("SimdKernel puts as many samples aside as there are rows, one at least, and takes inputs out of the middle", () => {
  const most = (inputs: number) => {
    const network = createNetwork({ inputs, layers: [{ units: 1, activation: "identity" }], seed: 1 });
    return open(new Reference(optimizers.sgd, network)).mostKept;
  };
  assertEquals([1, 8, 784, 100_000].map(most), [128, 128, 5, 1]);

  const network = createNetwork({ inputs: 2, layers: [{ units: 1, activation: "identity" }], seed: 1 });
  const reference = new Reference(optimizers.sgd, network);
  const kernel = open(reference);
  kernel.load(network.parameters, reference.stages());
  const [target, all] = [Float32Array.of(1), Float32Array.of(9, 9, 1, 2, 3, 4)];
  kernel.keep({ input: all, from: 2, target, weight: 1 });
  kernel.learnKept({ outputs: new Float32Array(1), costs: new Float32Array(1), count: 0 });
  kernel.learn({ input: all, from: 4, target, weight: 1 });
  for (const input of [Float32Array.of(1, 2), Float32Array.of(3, 4)]) reference.learn([{ input, target, weight: 1 }]);
  assertSameState(kernel, reference);
});
