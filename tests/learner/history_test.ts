import { createNetwork, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { createSimdKernel, type KernelSample, type SimdKernel, simdModule } from "../../lib/kernel/mod.ts";
import { createHistory } from "../../lib/learner/history.ts";
import { assertSame } from "../helper/assert_same.ts";

const { stages } = sgd({ learningRate: 0.5 }).program!;

/** A kernel with a network of two layers, loaded. */
function open(inputs: number): SimdKernel {
  const network = createNetwork({ inputs, layers: [{ units: 3 }, { units: 2 }], seed: 1 });
  const kernel = createSimdKernel(simdModule()!, { ...network, stages });
  kernel.load(network.parameters, [{ step: 0, memories: [] }]);
  return kernel;
}

function sampleAt(i: number, inputs: number): KernelSample {
  return {
    input: Float32Array.from({ length: inputs }, (_, k) => Math.sin(i + k)),
    target: Float32Array.of(i % 2, (i >> 1) % 2),
    weight: 1 + i % 3,
  };
}

Deno.test("a history comes to every state on the way again, bit for bit", () => {
  const kernel = open(4);
  const history = createHistory(kernel.capture());
  const seen = [kernel.capture()];
  for (let i = 0; i < 20; i++) {
    const sample = sampleAt(i, 4);
    assertEquals(history.add(sample), i + 1);
    kernel.learn(sample);
    seen.push(kernel.capture());
  }
  for (const count of [20, 0, 7, 13]) {
    const { floats, steps } = history.replay(kernel, count);
    assertSame(floats, seen[count].floats);
    assertEquals(steps, seen[count].steps);
  }
});

Deno.test("a history keeps copies of the samples", () => {
  const kernel = open(4);
  const history = createHistory(kernel.capture());
  const { weight, ...arrays } = sampleAt(1, 4);
  const [input, target] = [Float32Array.from(arrays.input as Float32Array), Float32Array.from(arrays.target)];
  history.add({ input, target, weight });
  const expected = history.replay(kernel, 1).floats;
  input.fill(7);
  target.fill(7);
  assertSame(history.replay(kernel, 1).floats, expected);
});

Deno.test("a history is full after 256 samples, or with 2^18 numbers", () => {
  for (const [inputs, most] of [[4, 256], [4000, 66], [2 ** 18, 1]]) {
    const kernel = open(inputs);
    const history = createHistory(kernel.capture());
    const sample = sampleAt(0, inputs);
    let count = 0;
    while (!history.isFull()) count = history.add(sample);
    assertEquals(count, most);
  }
});

Deno.test("a history goes over several pages", () => {
  const inputs = 2 ** 14 / 3 | 0; // two samples and a bit
  const kernel = open(inputs);
  const history = createHistory(kernel.capture());
  for (let i = 0; i < 7; i++) {
    history.add(sampleAt(i, inputs));
    kernel.learn(sampleAt(i, inputs));
  }
  const { floats } = kernel.capture();
  assertSame(history.replay(kernel, 7).floats, floats);
});

Deno.test("a history keeps sparse samples in few numbers", () => {
  const kernel = open(5000);
  const history = createHistory(kernel.capture());
  for (let i = 0; i < 100; i++) {
    const input = { indices: [i, 4000 + i], values: [1, -0.5] };
    history.add({ input, target: Float32Array.of(0, 1), weight: 1 });
    kernel.learn({ input, target: Float32Array.of(0, 1), weight: 1 });
  }
  assertEquals(history.isFull(), false);
  const { floats } = kernel.capture();
  assertSame(history.replay(kernel, 100).floats, floats);
});
