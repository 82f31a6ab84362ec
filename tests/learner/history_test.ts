import { createNetwork, type Network, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { createSimdKernel, type KernelSample, type SimdKernel, simdModule } from "../../lib/kernel/mod.ts";
import { createHistory, type History } from "../../lib/learner/history.ts";
import { assertSame } from "../helper/assert_same.ts";

const { stages } = sgd({ learningRate: 0.5 }).program!;

/** A kernel with a network of two layers, loaded. */
function open(inputs: number): { kernel: SimdKernel; network: Network } {
  const network = createNetwork({ inputs, layers: [{ units: 3 }, { units: 2 }], seed: 1 });
  const kernel = createSimdKernel(simdModule()!, { ...network, stages });
  kernel.load(network.parameters, [{ step: 0, memories: [] }]);
  return { kernel, network };
}

function sampleAt(i: number, inputs: number): KernelSample {
  return {
    input: Float32Array.from({ length: inputs }, (_, k) => Math.sin(i + k)),
    target: Float32Array.of(i % 2, (i >> 1) % 2),
    weight: 1 + i % 3,
  };
}

/** Learns a sample and keeps it. */
function learn(kernel: SimdKernel, history: History, sample: KernelSample): number {
  kernel.learn(sample);
  return history.add(sample.weight);
}

Deno.test("a history comes to every state on the way again, bit for bit", () => {
  const { kernel, network } = open(4);
  const history = createHistory(kernel, kernel.capture(), network);
  const seen = [kernel.capture()];
  for (let i = 0; i < 20; i++) {
    assertEquals(learn(kernel, history, sampleAt(i, 4)), i + 1);
    seen.push(kernel.capture());
    if (i === 10) history.close();
  }
  for (const count of [20, 0, 7, 13]) {
    const { floats, steps } = history.replay(kernel, count);
    assertSame(floats, seen[count].floats);
    assertEquals(steps, seen[count].steps);
  }
});

Deno.test("a history that is closed keeps nothing in the kernel's memory", () => {
  const { kernel, network } = open(4);
  const first = createHistory(kernel, kernel.capture(), network);
  learn(kernel, first, sampleAt(1, 4));
  const { floats } = kernel.capture();
  first.close();
  const second = createHistory(kernel, kernel.capture(), network);
  learn(kernel, second, sampleAt(2, 4));
  assertSame(first.replay(kernel, 1).floats, floats);
});

Deno.test("a history is full after 256 samples, or with a megabyte", () => {
  for (const [inputs, most] of [[4, 256], [4000, 64], [2 ** 18, 1]]) {
    const { kernel, network } = open(inputs);
    const history = createHistory(kernel, kernel.capture(), network);
    const sample = sampleAt(0.5, inputs);
    let count = 0;
    while (!history.isFull()) count = learn(kernel, history, sample);
    assertEquals(count, most);
  }
});

Deno.test("a history keeps what is not zero alone, dense or sparse", () => {
  const inputs = 5000;
  const { kernel, network } = open(inputs);
  const history = createHistory(kernel, kernel.capture(), network);
  for (let i = 0; i < 100; i++) {
    const input = i % 2 === 0
      ? { indices: [i, 4000 + i], values: [1, -0.5] }
      : new Float32Array(inputs).fill(2, i, i + 3);
    learn(kernel, history, { input, target: Float32Array.of(0, 1), weight: 1 });
  }
  assertEquals(history.isFull(), false);
  const { floats } = kernel.capture();
  assertSame(history.replay(kernel, 100).floats, floats);
});
