import {
  adagrad,
  adam,
  adamw,
  chain,
  clipByNorm,
  cosine,
  l1,
  momentum,
  nesterov,
  type Optimizer,
  rmsprop,
  sgd,
  warmUp,
  weightDecay,
} from "@backstream/backstream";

/** Every optimizer of the library, and chains and schedules of them, by name. */
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
