import type { Workload } from "../contender/contender.ts";
import { nextRandom } from "@backstream/backstream";
import { digits } from "../../../examples/mnist.ts";

/** MNIST digits as inputs, four fifths of which are zero. */
export function mnistDigits(sizes: Workload["sizes"], count = 4000): Workload {
  const samples = [...digits("training", count)];
  return {
    sizes,
    learningRate: 0.5,
    inputs: samples.map(({ features }) => features),
    targets: samples.map(({ target }) => oneHot(target as number, sizes[2])),
  };
}

/** The same with no input that is zero. */
export function dense(workload: Workload): Workload {
  const inputs = workload.inputs.map((input) => input.map((x, k) => x === 0 ? 0.05 + (k % 7) / 20 : x));
  return { ...workload, learningRate: 0.05, inputs };
}

/** The same inputs with one class each as target, for softmax. */
export function classes(workload: Workload): Workload {
  const units = workload.sizes[2];
  return { ...workload, neurons: "softmax", targets: workload.inputs.map((_, i) => oneHot(i % units, units)) };
}

/** Inputs and targets from a seed. */
export function generated(sizes: Workload["sizes"], count = 2000): Workload {
  let seed = 1;
  const draw = () => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return value;
  };
  return {
    sizes,
    learningRate: 0.1,
    inputs: Array.from({ length: count }, () => Float32Array.from({ length: sizes[0] }, () => 2 * draw() - 1)),
    targets: Array.from({ length: count }, () => Float32Array.from({ length: sizes[2] }, draw)),
  };
}

function oneHot(digit: number, units: number): Float32Array {
  return new Float32Array(units).fill(1, digit, digit + 1);
}
