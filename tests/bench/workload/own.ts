/** Workloads of Backstream alone: the ways to learn against each other, sparse inputs, and cost as the size grows. */
import { createLearner, type LearnerState, nextRandom, type Sample, sgd } from "@backstream/backstream";
import { learn } from "@backstream/backstream/rx";
import { from } from "rxjs";
import { learnerOf, samplesOf } from "../contender/backstream.ts";
import type { Workload } from "../contender/contender.ts";
import { repeat } from "../contender/repeat.ts";
import { interleave } from "../interleave.ts";
import type { Result } from "../report.ts";

const ROUNDS = 9;
const MILLISECONDS = 150;

/** learnMany, the rx pipeline, and learnOne in a loop. */
export async function measureWays(name: string, workload: Workload): Promise<Result> {
  const learner = learnerOf(workload);
  const samples = samplesOf(workload);
  let state = learner.init();
  const many = () => void (state = learner.learnMany(state, samples).state);
  const one = () => {
    for (const sample of samples) state = learner.learnOne(state, sample).state;
  };
  const rx = () => {
    let last: { readonly state: LearnerState } = { state };
    from(samples).pipe(learn(learner, { state })).subscribe((step) => last = step);
    state = last.state;
  };
  const named = Object.entries({ learnMany: many, "rx pipeline": rx, "learnOne in a loop": one });
  const rounds = named.map(([name, run]) => ({ name, round: repeat(samples.length, run) }));
  return { name, medians: await interleave(rounds, ROUNDS, MILLISECONDS), leftOut: [] };
}

/** A logistic model over 2^18 inputs of which 30 are active, against plain loops over the active ones. */
export async function measureSparse(name: string): Promise<Result> {
  const inputs = 2 ** 18;
  const samples = sparseSamples(20_000, inputs, 30);
  const learner = createLearner({
    network: { inputs, layers: [{ units: 1 }], cost: "crossEntropy", seed: 1 },
    optimizer: sgd({ learningRate: 0.1 }),
  });
  let state = learner.init();
  const rounds = {
    "Backstream (SIMD)": () => void (state = learner.learnMany(state, samples).state),
    "plain loops over the active inputs": plainSparse(samples, inputs),
  };
  const named = Object.entries(rounds).map(([name, run]) => ({ name, round: repeat(samples.length, run) }));
  return { name, medians: await interleave(named, ROUNDS, MILLISECONDS), leftOut: [] };
}

/** 784 inputs and 10, 100, 1,000 and 10,000 hidden neurons. */
export async function measureGrowth(name: string, workload: Workload): Promise<Result> {
  const rounds = [10, 100, 1000, 10_000].map((hidden) => {
    const learner = learnerOf({ ...workload, sizes: [784, hidden, 10] });
    const samples = samplesOf(workload).slice(0, Math.max(20, 20_000 / hidden));
    let state = learner.init();
    const run = () => void (state = learner.learnMany(state, samples).state);
    return { name: `784 x ${hidden}`, round: repeat(samples.length, run) };
  });
  return { name, medians: await interleave(rounds, 3, MILLISECONDS), leftOut: [] };
}

function sparseSamples(count: number, inputs: number, active: number): Sample[] {
  let seed = 1;
  const draw = () => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return value;
  };
  return Array.from({ length: count }, () => {
    const indices = new Set<number>();
    while (indices.size < active) indices.add(Math.floor(draw() * inputs));
    const features = { indices: Uint32Array.from(indices).sort(), values: new Float32Array(active).fill(1) };
    return { features, target: draw() < 0.5 ? 0 : 1 };
  });
}

function plainSparse(samples: readonly Sample[], inputs: number): () => void {
  const weights = new Float32Array(inputs);
  let bias = 0;
  return () => {
    for (const { features, target } of samples) {
      const { indices, values } = features as { indices: Uint32Array; values: Float32Array };
      let z = bias;
      for (let i = 0; i < indices.length; i++) z += weights[indices[i]] * values[i];
      const step = 0.1 * (1 / (1 + Math.exp(-z)) - (target as number));
      for (let i = 0; i < indices.length; i++) weights[indices[i]] -= step * values[i];
      bias -= step;
    }
  };
}
