import {
  adagrad,
  adam,
  adamw,
  chain,
  clipByNorm,
  clipByValue,
  cosine,
  importanceAware,
  l1,
  momentum,
  nesterov,
  normalizedAdaptive,
  type Optimizer,
  rmsprop,
  scaleBiases,
  sgd,
  warmUp,
  weightDecay,
} from "@backstream/backstream";

/** Every optimizer of the library that the SIMD kernel knows, and chains and schedules of them, by name. */
export const optimizers: Readonly<Record<string, Optimizer>> = {
  sgd: sgd({ learningRate: 0.1 }),
  momentum: momentum({ learningRate: 0.05 }),
  nesterov: nesterov({ learningRate: 0.05 }),
  adagrad: adagrad({ learningRate: 0.3 }),
  rmsprop: rmsprop({ learningRate: 0.02 }),
  adam: adam({ learningRate: 0.05 }),
  adamw: adamw({ learningRate: 0.05, weightDecay: 0.001 }),
  "sgd with a schedule": sgd({
    learningRate: warmUp({ steps: 5, then: cosine({ rate: 0.2, steps: 1000, floor: 0.05 }) }),
  }),
  "chain of all links": chain(
    clipByNorm({ maxNorm: 5 }),
    weightDecay({ rate: 0.0001 }),
    l1({ rate: 0.0001 }),
    adam({ learningRate: 0.05 }),
  ),
  "chain of chains": chain(chain(clipByNorm({ maxNorm: 1 })), chain(chain(momentum({ learningRate: 0.05 })))),
} as Record<string, Optimizer>;

/** Optimizers that are no program of the SIMD kernel, by name. */
export const referenceOptimizers: Readonly<Record<string, Optimizer>> = {
  normalizedAdaptive: normalizedAdaptive(),
  "normalizedAdaptive with options": normalizedAdaptive({ learningRate: 0.2, power: 0.25, invariant: false }),
  "importanceAware momentum": importanceAware(momentum({ learningRate: 0.05 })),
  "clipByValue, scaleBiases and importanceAware sgd": chain(
    clipByValue({ maxValue: 2 }),
    importanceAware(chain(scaleBiases({ factor: 0.5 }), sgd({ learningRate: 0.1 }))),
  ),
} as Record<string, Optimizer>;
