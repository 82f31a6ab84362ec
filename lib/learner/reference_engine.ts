import { immutable, type Vector } from "../kernel/mod.ts";
import { backprop, type Gradients, predict } from "../network/mod.ts";
import { applyUpdates, type LearningStep, type Optimizer } from "../optimizer/mod.ts";
import type { Engine } from "./engine.ts";
import { isAllFinite } from "./is_all_finite.ts";
import type { Learned, LearnedMany, LearnerState } from "./learner.ts";
import { meanGradients, scaleGradients } from "./mean_gradients.ts";
import { placed } from "./placed.ts";
import type { ReadSample } from "./read_samples.ts";

type Result = Pick<Learned, "output" | "cost">;

/**
 * The engine in plain functions: `backprop`, `optimizer.update` and `applyUpdates`, one after the other. The definition of
 * right, and what runs for optimizers that are no program of the SIMD kernel.
 *
 * @param optimizer How gradients become steps.
 * @param units How many outputs the network has.
 * @returns The engine.
 */
export function createReferenceEngine(optimizer: Optimizer, units: number): Engine {
  const step = (state: LearnerState, gradients: Gradients, made: LearningStep, samples = 1): LearnerState => {
    const [updates, next] = optimizer.update(state.optimizer, gradients, state.network, made);
    return { network: applyUpdates(state.network, updates), optimizer: next, samples: state.samples + samples };
  };

  const learnOne = (state: LearnerState, { input, target, weight }: ReadSample): Learned => {
    const { cost, output, pass, gradients } = backprop(state.network, input, target);
    const weightedInputs = pass.weightedInputs[pass.weightedInputs.length - 1];
    const made = { activations: pass.activations, sample: { weightedInputs, target, weight } };
    return { state: step(state, scaleGradients(gradients, weight), made), output, cost };
  };

  return {
    checksInputs: false,
    holds: () => false,
    learnOne,
    open: (state) => ({
      learnOne(sample) {
        const { output, cost, state: next } = learnOne(state, sample);
        state = next;
        return { output, cost, state: () => next };
      },
      predictOne: (input) => predict(state.network, input),
      isFinite: () => isAllFinite([state.network.parameters, state.optimizer]),
    }),
    learnMany(state, samples, read) {
      const results: Result[] = [];
      for (const sample of samples) {
        const learned = learnOne(state, placed(results.length, read, sample));
        state = learned.state;
        results.push({ output: learned.output, cost: learned.cost });
      }
      return gather(state, results, units);
    },
    learnBatch(state, samples) {
      const results: Result[] = [];
      let activations: readonly Vector[] = [];
      const each = function* (): Iterable<Gradients> {
        for (const { input, target, weight } of samples) {
          const { cost, output, pass, gradients } = backprop(state.network, input, target);
          results.push({ output, cost });
          activations = pass.activations.map((a, l) => largest(a, activations[l]));
          yield scaleGradients(gradients, weight);
        }
      };
      const gradients = meanGradients(state.network, each());
      const next = results.length === 0 ? state : step(state, gradients, { activations }, results.length);
      return gather(next, results, units);
    },
    predictOne: (state, input) => predict(state.network, input),
    predictMany: (state, inputs) => rows(Array.from(inputs, (input) => predict(state.network, input)), units),
  };
}

/** The larger |a| of each place. */
function largest(a: Vector, other: Vector = a): Vector {
  return immutable(Float32Array.from(a, (x, k) => Math.max(Math.abs(x), Math.abs(other[k]))));
}

function gather(state: LearnerState, results: Result[], units: number): LearnedMany {
  const costs = immutable(Float32Array.from(results, ({ cost }) => cost));
  return { state, outputs: rows(results.map(({ output }) => output), units), costs };
}

function rows(vectors: Vector[], units: number): Vector {
  const block = new Float32Array(vectors.length * units);
  vectors.forEach((vector, i) => block.set(vector.slice(), i * units)); // a copy, as V8 reads no immutable buffer here
  return immutable(block);
}
