import { adam, createLearner, type KernelInUse, kernelInUse, loadKernel, sgd } from "@backstream/backstream";

/** What a kernel leaves behind. */
export interface Report {
  /** What the library says is in use. */
  readonly kernel: KernelInUse;
  /** The parameters of the network that learned by gradient descent, as SHA-256 of their bytes. */
  readonly sgd: string;
  /** The same of the one that learned by Adam. */
  readonly adam: string;
}

const quadratic = createLearner({
  network: {
    inputs: 784,
    layers: [{ units: 30, activation: "sigmoid" }, { units: 10, activation: "sigmoid" }],
    cost: "quadratic",
    seed: 42,
  },
  optimizer: sgd({ learningRate: 0.5 }),
});

const crossEntropy = createLearner({
  network: {
    inputs: 784,
    layers: [{ units: 30, activation: "relu" }, { units: 10, activation: "softmax" }],
    cost: "crossEntropy",
    seed: 42,
  },
  optimizer: adam({ learningRate: 0.001 }),
});

/**
 * Learns the digits with one kernel after the other. It takes only what every runtime has, so that it runs on all.
 *
 * @param digits For each digit 784 shades from 0 to 255, and the digit.
 * @param kernels What `loadKernel` is given; by default the kernel that is in use if nothing is loaded, and the reference.
 * @returns One report a kernel.
 */
export async function learnDigits(
  digits: Uint8Array,
  kernels: readonly (WebAssembly.Module | "reference" | undefined)[] = [undefined, "reference"],
): Promise<Report[]> {
  const reports: Report[] = [];
  for (const kernel of kernels) {
    if (kernel !== undefined) loadKernel(kernel);
    const [sgd, adam] = [await hashAfter(quadratic, digits), await hashAfter(crossEntropy, digits)];
    reports.push({ kernel: kernelInUse(), sgd, adam });
  }
  return reports;
}

async function hashAfter(learner: typeof quadratic, digits: Uint8Array): Promise<string> {
  const { state } = learner.learnMany(learner.init(), samples(digits));
  const digest = await crypto.subtle.digest("SHA-256", Float32Array.from(state.network.parameters));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function* samples(digits: Uint8Array) {
  for (let i = 0; i < digits.length; i += 785) {
    yield { features: Float32Array.from(digits.subarray(i, i + 784), (shade) => shade / 255), target: digits[i + 784] };
  }
}
