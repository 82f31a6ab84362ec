import { adam, createLearner, type Learner, type Sample } from "../../mod.ts";

/** The model that is served and killed: small, and with an optimizer that remembers. */
export function createModel(): Learner {
  return createLearner({
    network: { inputs: 3, layers: [{ units: 4, activation: "tanh" }, { units: 2, activation: "softmax" }], seed: 1 },
    optimizer: adam({ learningRate: 0.01 }),
  });
}

/** The sample of that number: no two are the same, and float32 has all of them. */
export function sampleOf(number: number): Sample & { readonly features: readonly number[]; readonly target: number } {
  const bits = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return { features: [number / 65_536, (bits & 0xffff) / 65_536, (bits >>> 16) / 65_536], target: bits & 1 };
}
