import { immutable, type Vector } from "../kernel/mod.ts";
import type { Gradients } from "../network/mod.ts";
import type { Optimizer } from "./optimizer.ts";
import { scaleByImportance } from "./scale_by_importance.ts";

/**
 * Makes steps aware of how important a sample is. To learn a sample of weight 2 is about to learn it twice, and one of
 * weight 1000 goes to its target and not past it: each step is as long as many small ones would be that come to the same
 * weight, with the gradient taken anew at each (Karampatziakis and Langford, "Online importance weight aware updates",
 * 2011; the invariant update of Vowpal Wabbit). With weight 1 too, a learning rate that is too high does less harm.
 *
 * Exact for a network of one layer over `sgd`: with identity outputs and the quadratic cost
 * a(h) - y = (a - y) e^(-h eta |x|^2) with |x|^2 = 1 + sum x_k^2; with sigmoid outputs, the cross-entropy and targets of 0
 * and 1 too. For deeper networks the outputs are taken to follow their parameters in a straight line; a softmax is taken
 * for two classes, the target and all others; other costs and targets between go at most as far as Polyak's step.
 * `normalizedAdaptive` does it by itself.
 *
 * Wrap whole chains, as the gradients must come from backpropagation as they are. Steps that carry on from earlier ones,
 * as those of `momentum`, are scaled along. The weights of a mini-batch scale its gradients, as ever.
 *
 * @typeParam State The state of the optimizer.
 * @param optimizer The optimizer.
 * @returns The same optimizer with steps of another length.
 *
 * @example Usage
 * ```ts
 * import { createLearner, importanceAware, sgd } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
 *   optimizer: importanceAware(sgd({ learningRate: 0.1 })),
 * });
 * const { state } = learner.learnOne(learner.init(), { features: [3], target: 5, weight: 1000 });
 * assertAlmostEquals(learner.predictOne(state, [3])[0], 5, 1e-5);
 * ```
 */
export function importanceAware<State>(optimizer: Optimizer<State>): Optimizer<State> {
  const { spec } = optimizer;
  return {
    ...spec === undefined ? {} : { spec: { name: "importanceAware", optimizer: spec } },
    init: (network) => optimizer.init(network),
    update(state, gradients, network, step) {
      const sample = step?.sample;
      if (step === undefined || sample === undefined || sample.weight === 0) {
        return optimizer.update(state, gradients, network, step);
      }
      const { activations } = step;
      const [updates, next] = optimizer.update(state, divided(gradients, sample.weight), network, { activations });
      return [scaleByImportance(updates, { network, gradients, step: { activations, sample } }), next];
    },
  };
}

/** The gradients by the root of the weight, as `scaleByImportance` wants the updates. */
function divided(gradients: Gradients, weight: number): Gradients {
  if (weight === 1) return gradients;
  const root = Math.sqrt(weight);
  const byRoot = (vector: Vector) => immutable(Float32Array.from(vector, (g) => g / root));
  return { weights: gradients.weights.map(byRoot), biases: gradients.biases.map(byRoot) };
}
