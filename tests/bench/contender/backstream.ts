import { createLearner, type Learner, loadKernel, type Sample, sgd } from "@backstream/backstream";
import type { Contender, Task, Workload } from "./contender.ts";
import { repeat } from "./repeat.ts";

/** How many samples go into one call; for single samples the reference kernel takes a tenth of that. */
const CALL = 2000;

/** Backstream with one of its kernels. */
export function backstream(kernel: "SIMD" | "reference"): Contender {
  return {
    name: `Backstream (${kernel})`,
    open(workload, task) {
      const learner = learnerOf(workload);
      const samples = samplesOf(workload).slice(0, kernel === "SIMD" || task.kind === "batch" ? CALL : CALL / 10);
      const run = runOf(learner, samples, task);
      // The kernel in use is that of the whole process, so every round chooses its own.
      const choose = () => loadKernel(kernel === "SIMD" ? undefined : "reference");
      const round = repeat(samples.length, run);
      return Promise.resolve((milliseconds) => {
        choose();
        return round(milliseconds);
      });
    },
  };
}

/** The learner of a workload. */
export function learnerOf({ sizes: [inputs, hidden, outputs], learningRate, neurons = "sigmoid" }: Workload): Learner {
  const [first, last] = neurons === "softmax" ? ["relu", "softmax"] as const : ["sigmoid", "sigmoid"] as const;
  const layers = [{ units: hidden, activation: first }, { units: outputs, activation: last }];
  const cost = neurons === "softmax" ? "crossEntropy" : "quadratic";
  return createLearner({ network: { inputs, layers, cost, seed: 1 }, optimizer: sgd({ learningRate }) });
}

/** The samples of a workload. */
export function samplesOf({ inputs, targets }: Workload): Sample[] {
  return inputs.map((features, i) => ({ features, target: targets[i] }));
}

function runOf(learner: Learner, samples: readonly Sample[], task: Task): () => void {
  let state = learner.init();
  if (task.kind === "step") return () => void (state = learner.learnMany(state, samples).state);
  if (task.kind === "predict") {
    return () => {
      for (const { features } of samples) learner.predictOne(state, features);
    };
  }
  const batches: Sample[][] = [];
  for (let i = 0; i + task.size <= samples.length; i += task.size) batches.push(samples.slice(i, i + task.size));
  if (batches.length === 0) batches.push([...samples]);
  return () => {
    for (const batch of batches) state = learner.learnBatch(state, batch).state;
  };
}
