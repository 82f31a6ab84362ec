/** The checks that every optimizer must pass. */
import {
  adagrad,
  adam,
  adamw,
  applyUpdates,
  backprop,
  chain,
  clipByNorm,
  clipByValue,
  cosine,
  createNetwork,
  createOptimizer,
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
import { assertEquals } from "@std/assert";

const optimizers: Record<string, Optimizer> = {
  sgd: sgd({ learningRate: 0.5 }),
  "sgd with a schedule": sgd({
    learningRate: warmUp({ steps: 3, then: cosine({ rate: 0.5, steps: 500, floor: 0.1 }) }),
  }),
  momentum: momentum({ learningRate: 0.1 }),
  nesterov: nesterov({ learningRate: 0.1 }),
  adagrad: adagrad({ learningRate: 0.5 }),
  rmsprop: rmsprop({ learningRate: 0.01 }),
  adam: adam({ learningRate: 0.05 }),
  adamw: adamw({ learningRate: 0.05, weightDecay: 1e-4 }),
  normalizedAdaptive: normalizedAdaptive(),
  "normalizedAdaptive with options": normalizedAdaptive({ learningRate: 0.4, power: 0.3, invariant: false }),
  "importanceAware sgd": importanceAware(sgd({ learningRate: 0.5 })),
  "chain of clipping by value, biases apart and sgd": chain(
    clipByValue({ maxValue: 0.5 }),
    scaleBiases({ factor: 0.5 }),
    sgd({ learningRate: 0.5 }),
  ),
  "chain of clipping, decay and sgd": chain(
    clipByNorm({ maxNorm: 1 }),
    weightDecay({ rate: 1e-4 }),
    l1({ rate: 1e-5 }),
    sgd({ learningRate: 0.5 }),
  ),
  "chain of adam and clipping": chain(adam({ learningRate: 0.05 }), clipByNorm({ maxNorm: 0.5 })),
};

/** Two layers, so that an optimizer cannot take the block for one layer. */
const start = createNetwork({ inputs: 2, layers: [{ units: 3, activation: "tanh" }, { units: 2 }], seed: 3 });
const samples = [[0.5, -1], [-0.25, 0.75], [1, 0]].map((input, i) => ({ input, target: [i / 2, 1 - i / 2] }));

/** The parameters after some steps, and the state, which is replaced by `renew` of it after each. */
function train(optimizer: Optimizer, count: number, renew = (state: unknown) => state) {
  let [network, state] = [start, optimizer.init(start)];
  for (let i = 0; i < count; i++) {
    const { input, target } = samples[i % samples.length];
    const [updates, next] = optimizer.update(state, backprop(network, input, target).gradients, network);
    network = applyUpdates(network, updates);
    state = renew(next);
  }
  return { parameters: [...network.parameters], state };
}

for (const [name, optimizer] of Object.entries(optimizers)) {
  Deno.test(`${name}: the state is plain data that survives a clone, bit for bit`, () => {
    const { parameters, state } = train(optimizer, 30);
    assertEquals(structuredClone(state), state);
    assertEquals(train(optimizer, 30, structuredClone).parameters, parameters);
  });

  Deno.test(`${name}: a step changes nothing that it is given`, () => {
    const state = train(optimizer, 5).state;
    const { gradients } = backprop(start, samples[0].input, samples[0].target);
    const before = structuredClone({ state, gradients, parameters: start.parameters });
    optimizer.update(state, gradients, start);
    assertEquals({ state, gradients, parameters: start.parameters }, before);
  });

  Deno.test(`${name}: the spec makes the same optimizer again`, () => {
    const again = createOptimizer(JSON.parse(JSON.stringify(optimizer.spec)));
    assertEquals(again.spec, optimizer.spec);
    assertEquals(train(again, 30).parameters, train(optimizer, 30).parameters);
  });

  Deno.test(`${name}: the first gradients of 0 move nothing but what decays`, () => {
    const zeros = {
      weights: start.layers.map(({ weights }) => weights.map(() => 0)),
      biases: start.layers.map(({ biases }) => biases.map(() => 0)),
    };
    const [updates] = optimizer.update(optimizer.init(start), zeros, start);
    const most = Math.max(...updates.biases.flatMap((vector) => [...vector]).map(Math.abs));
    assertEquals(most, 0);
    const moved = Math.max(...updates.weights.flatMap((vector) => [...vector]).map(Math.abs));
    assertEquals(moved <= 1e-3, true);
  });

  Deno.test(`${name}: a bowl is gone down`, () => {
    const bowl = createNetwork({ inputs: 1, layers: [{ units: 1, activation: "identity" }], seed: 1 });
    let [network, state] = [bowl, optimizer.init(bowl)];
    for (let i = 0; i < 600; i++) {
      const x = [1, -1][i % 2];
      const [updates, next] = optimizer.update(state, backprop(network, [x], [2 * x + 1]).gradients, network);
      [network, state] = [applyUpdates(network, updates), next];
    }
    const [weight, bias] = network.parameters;
    assertEquals(Math.abs(weight - 2) < 0.05 && Math.abs(bias - 1) < 0.05, true, `${weight} and ${bias}`);
  });

  Deno.test(`${name}: gradients that are not numbers spread, and do not break anything`, () => {
    const { gradients } = backprop(start, samples[0].input, samples[0].target);
    const weights = [gradients.weights[0].map(() => NaN), gradients.weights[1]];
    const [updates] = optimizer.update(optimizer.init(start), { ...gradients, weights }, start);
    assertEquals(updates.weights[0].every(Number.isNaN), true);
    assertEquals(updates.weights.map(({ length }) => length), [6, 6]);
  });
}
