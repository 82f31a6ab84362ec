import {
  chain,
  createLearner,
  importanceAware,
  momentum,
  type NetworkOptions,
  normalizedAdaptive,
  type Optimizer,
  sgd,
} from "@backstream/backstream";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";

type Kind = "identity" | "sigmoid" | "softmax";

function learnerOf(kind: Kind, optimizer: Optimizer, options: Partial<NetworkOptions> = {}) {
  const layer = { units: kind === "softmax" ? 3 : 1, activation: kind, initializer: "zeros" } as const;
  const cost = kind === "identity" ? "quadratic" : "crossEntropy";
  return createLearner({ network: { inputs: 3, layers: [layer], cost, seed: 2, ...options }, optimizer });
}

const features = [1, 2, -1];

/** What is predicted after a sample was learned some times with a weight, behind five others. */
function after(
  learner: ReturnType<typeof learnerOf>,
  target: number,
  { weight, times = 1 }: { weight: number; times?: number },
) {
  let state = learner.init();
  for (let i = 0; i < 5; i++) state = learner.learnOne(state, { features: [i, 1, -i], target: i % 2 }).state;
  for (let i = 0; i < times; i++) state = learner.learnOne(state, { features, target, weight }).state;
  const output = learner.predictOne(state, features);
  return output[target < output.length ? target : 0];
}

const aware = importanceAware(sgd({ learningRate: 0.1 })) as Optimizer;

Deno.test("importanceAware() of one layer and the quadratic cost leaves e^(-h eta |x|^2) of the error", () => {
  const learner = learnerOf("identity", aware);
  const { state } = learner.learnOne(learner.init(), { features, target: 4, weight: 3 });
  assertAlmostEquals(learner.predictOne(state, features)[0], 4 * (1 - Math.exp(-3 * 0.1 * 7)), 1e-6);
});

for (const kind of ["identity", "sigmoid"] as const) {
  const target = kind === "identity" ? 7 : 1;
  Deno.test(`importanceAware() of ${kind} outputs learns weight 10 as it learns ten times`, () => {
    const learner = learnerOf(kind, aware);
    assertAlmostEquals(after(learner, target, { weight: 10 }), after(learner, target, { weight: 1, times: 10 }), 1e-5);
  });
}

Deno.test("importanceAware() of a softmax learns weight 2 within 1e-3 as it learns twice", () => {
  const learner = learnerOf("softmax", aware);
  assertAlmostEquals(after(learner, 1, { weight: 2 }), after(learner, 1, { weight: 1, times: 2 }), 1e-3);
});

Deno.test("importanceAware() goes to the target with a weight of 1000, and not past it; sgd alone blows up", () => {
  assertAlmostEquals(after(learnerOf("identity", aware), 7, { weight: 1000 }), 7, 1e-5);
  assert(Math.abs(after(learnerOf("identity", sgd({ learningRate: 0.1 }) as Optimizer), 7, { weight: 1000 })) > 1000);
  const sure = after(learnerOf("sigmoid", aware), 1, { weight: 1000 });
  assert(sure > 0.99 && sure < 0.9999, `${sure}`);
});

Deno.test("importanceAware() keeps each of several outputs from going past its target", () => {
  const layers = [{ units: 3, activation: "identity", initializer: "zeros" }] as const;
  for (const optimizer of [aware, normalizedAdaptive() as Optimizer]) {
    const learner = createLearner({ network: { inputs: 3, layers }, optimizer });
    let { state } = learner.learnOne(learner.init(), { features, target: [1000, 1, 0.001] });
    state = learner.learnOne(state, { features, target: [1000, -1, 0.001], weight: 1e5 }).state;
    const [large, middle, small] = learner.predictOne(state, features);
    assert(large <= 1000.001 && middle >= -1.00001 && small <= 0.00100001, `${large}, ${middle}, ${small}`);
  }
});

Deno.test("importanceAware() of a deep network learns weight 2 about as twice, and stays near the target for 1000", () => {
  for (const kind of ["identity", "sigmoid", "softmax"] as const) {
    const layers = [{ units: 5, activation: "tanh" }, { units: kind === "softmax" ? 3 : 1, activation: kind }] as const;
    const learner = learnerOf(kind, aware, { layers });
    const target = kind === "identity" ? 7 : 1;
    const [once, twice] = [after(learner, target, { weight: 2 }), after(learner, target, { weight: 1, times: 2 })];
    assert(Math.abs(once - twice) < 0.1 * twice, `${kind}: ${once}, ${twice}`);
    const far = after(learner, target, { weight: 1000 });
    assert(far > once && far < 1.3 * target, `${kind}: ${far}`);
  }
});

Deno.test("importanceAware() goes between targets of 0 and 1 no further than they are", () => {
  const learner = learnerOf("sigmoid", aware);
  const { state } = learner.learnOne(learner.init(), { features, target: 0.7, weight: 1e4 });
  const output = learner.predictOne(state, features)[0];
  assert(output > 0.55 && output <= 0.7, `${output}`);
});

Deno.test("importanceAware() needs no other steps: without one, of weight 0 and in mini-batches it is the optimizer", () => {
  const plain = learnerOf("identity", momentum({ learningRate: 0.1 }) as Optimizer);
  const wrapped = learnerOf("identity", importanceAware(momentum({ learningRate: 0.1 })) as Optimizer);
  const sample = { features, target: 2, weight: 0 };
  const [a, b] = [plain, wrapped].map((learner) => learner.learnOne(learner.init(), sample).state.network.parameters);
  assertSame(a, b);
  const batch = [{ ...sample, weight: 2 }, { ...sample, target: 1 }];
  const [c, d] = [plain, wrapped].map((learner) => learner.learnBatch(learner.init(), batch).state.network.parameters);
  assertSame(c, d);
});

Deno.test("importanceAware() is named in a snapshot if its optimizer is", () => {
  const inner = chain(sgd({ learningRate: 1 }));
  assertEquals(importanceAware(inner).spec, { name: "importanceAware", optimizer: inner.spec! });
  const nameless: Optimizer = { init: () => ({}), update: (state, each) => [each, state] };
  assertEquals("spec" in importanceAware(nameless), false);
});
