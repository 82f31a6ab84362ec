import {
  accuracy,
  type AnyMetric,
  type ChampionOptions,
  type ChampionState,
  confusionMatrix,
  createChampion,
  createLearner,
  createTableLearner,
  decodeLearner,
  encodeLearner,
  type Learner,
  logLoss,
  mae,
  mean,
  r2,
  rocAuc,
  rolling,
  sgd,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

/** Answers the bias; a rate of 1e-6 keeps it where it is. */
function constant(bias: number): Learner {
  const layer = { units: 1, activation: "identity", initializer: "zeros" } as const;
  const plain = createLearner({ network: { inputs: 1, layers: [layer] }, optimizer: sgd({ learningRate: 1e-6 }) });
  const { state } = plain.learnOne(plain.init(), { features: [0], target: bias, weight: 1e6 });
  return createLearner({ network: state.network, optimizer: sgd({ learningRate: 1e-6 }) });
}

const window = { window: 10 };
const samples = (count: number, target: number) => Array.from({ length: count }, () => ({ features: [0], target }));
const stateOf = (learner: Learner, targets: [number, number][]) =>
  learner.learnMany(learner.init(), targets.flatMap(([count, target]) => samples(count, target)))
    .state as ChampionState;

const pair = { one: constant(1), two: constant(2) };
const options: ChampionOptions = { learners: pair, metric: rolling(mae(), window), every: 10, margin: 0.5 };

Deno.test("createChampion() promotes the best by the rolling score after each `every` samples, and records it", () => {
  const learner = createChampion(options);
  // Of the target 2, one is wrong by 1 and two by 0; the first 9 samples come before the first comparison.
  assertEquals(stateOf(learner, [[9, 2]]).champion, "one");
  const { champion, promotions, samples } = stateOf(learner, [[10, 2]]);
  assertEquals([champion, samples, promotions.length], ["two", 10, 1]);
  const [{ before, after, ...promotion }] = promotions;
  assertEquals(promotion, { samples: 10, from: "one", to: "two" });
  assert(Math.abs(before - 1) < 1e-3 && after < 1e-3, `${before} ${after}`);
  const back = stateOf(learner, [[10, 2], [15, 1]]); // at 20 all ten newest are those that one knows
  assertEquals(back.promotions.map(({ samples, to }) => [samples, to]), [[10, "two"], [20, "one"]]);
});

Deno.test("createChampion() predicts by who serves, and every learner goes on learning", () => {
  const learner = createChampion(options);
  const [before, after] = [stateOf(learner, [[9, 2]]), stateOf(learner, [[10, 2]])];
  assertEquals([before, after].map((state) => Math.round(learner.predictOne(state, [0])[0])), [1, 2]);
  assertEquals(before.network === before.learners.one.network, true);
  assertEquals(after.network === after.learners.two.network, true);
  for (const state of Object.values(after.learners)) assertEquals(state.samples, 10);
  const { output } = learner.learnOne(before, { features: [0], target: 2 });
  assertEquals(Math.round(output[0]), 1); // the sample that promotes is answered by the one before
});

Deno.test("createChampion() keeps who is not worse by more than the margin", () => {
  // The target 1.6 is 0.6 from one and 0.4 from two, which is better by a third of 0.6.
  const champion = (margin: number) => stateOf(createChampion({ ...options, margin }), [[10, 1.6]]).champion;
  assertEquals([0, 0.3, 0.35, 1].map(champion), ["two", "two", "one", "one"]);
});

Deno.test("createChampion() never lets a worse challenger serve", () => {
  const learners = { best: constant(2), worse: constant(2.5), worst: constant(-7) };
  const state = stateOf(createChampion({ learners, metric: rolling(mae(), window), every: 1, margin: 0 }), [[60, 2]]);
  assertEquals([state.champion, state.promotions], ["best", []]);
});

Deno.test("createChampion() lets the best of several challengers serve", () => {
  const learners = { worst: constant(9), near: constant(2.2), nearest: constant(2.1), far: constant(4) };
  const state = stateOf(createChampion({ learners, metric: rolling(mae(), window), every: 10 }), [[10, 2]]);
  assertEquals(state.promotions.map(({ to }) => to), ["nearest"]);
});

Deno.test("createChampion() replaces a champion whose score is not a number or infinite, and no one by such", () => {
  const scored = (values: Record<string, number>): AnyMetric => {
    let next = 0; // by the order in which the learners are scored
    const all = Object.values(values);
    return {
      ...mae(),
      update: () => all[next++ % all.length],
      value: (state: unknown) => typeof state === "number" ? state : 0,
    } as unknown as AnyMetric;
  };
  const champion = (one: number, two: number) =>
    stateOf(createChampion({ ...options, metric: scored({ one, two }), every: 1, margin: 0.02 }), [[1, 0]]).champion;
  assertEquals([champion(NaN, 5), champion(Infinity, 5), champion(5, NaN), champion(5, Infinity)], [
    "two",
    "two",
    "one",
    "one",
  ]);
  assertEquals([champion(NaN, NaN), champion(Infinity, Infinity)], ["one", "one"]);
});

Deno.test("createChampion() knows of its metrics which way is better", () => {
  const direction = (metric: AnyMetric) => {
    const { maker } = createChampion({ learners: pair, metric }).description;
    return (maker as { largerIsBetter?: boolean }).largerIsBetter;
  };
  assertEquals([accuracy(), rolling(accuracy(), window), r2(), rolling(r2(), window), rocAuc()].map(direction), [
    true,
    true,
    true,
    true,
    true,
  ]);
  assertEquals([mae(), rolling(mae(), window), logLoss()].map(direction), [false, false, false]);
  // Of the accuracy the larger is better: labels that one of two learners never gets right.
  const layer = { units: 2, activation: "softmax", initializer: "zeros" } as const;
  const network = { inputs: 1, layers: [layer], cost: "crossEntropy" } as const;
  const make = (learningRate: number) =>
    createLearner({ network, optimizer: sgd({ learningRate }), labels: ["a", "b"] });
  const learner = createChampion({ learners: { slow: make(1e-9), quick: make(1) }, every: 20 });
  const stream = Array.from({ length: 40 }, (_, i) => ({ features: [i % 2 ? 1 : -1], target: i % 2 ? "b" : "a" }));
  const { champion, promotions } = learner.learnMany(learner.init(), stream).state as ChampionState;
  assertEquals([champion, promotions.length], ["quick", 1]);
  assertEquals(learner.labelsOf!(learner.init()), ["a", "b"]);
});

Deno.test("createChampion() keeps who serves, and the promotions, in a snapshot", () => {
  const make = (learningRate: number) => {
    const network = { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] } as const;
    return createLearner({ network, optimizer: sgd({ learningRate }) });
  };
  const learner = createChampion({ learners: { slow: make(1e-6), quick: make(0.5) }, every: 10 });
  const state = stateOf(learner, [[25, 3]]);
  const resumed = decodeLearner(encodeLearner(learner, state)).state as ChampionState;
  assertEquals([resumed.champion, resumed.promotions], ["quick", state.promotions]);
  assertEquals(resumed.network === resumed.learners.quick.network, true);
});

Deno.test("createChampion() keeps the newest 100 promotions", () => {
  const learner = createChampion({ ...options, metric: rolling(mae(), { window: 1 }), every: 1, margin: 0 });
  const state = stateOf(learner, Array.from({ length: 150 }, (_, i): [number, number] => [1, i % 2 === 0 ? 2 : 1]));
  assertEquals([state.promotions.length, state.promotions[0].samples, state.promotions[99].samples], [100, 51, 150]);
});

Deno.test("createChampion() says what is wrong with a state", () => {
  const learner = createChampion(options);
  const state = stateOf(learner, [[12, 2]]);
  const fault = (changed: object) => learner.fault!({ ...state, ...changed } as ChampionState);
  assertEquals(fault({}), undefined);
  assertEquals(fault({ champion: "three" }), "state.champion must be one of one, two");
  assertEquals(fault({ optimizer: {} }), "state.optimizer must be null");
  const { one } = state.learners;
  for (const learners of [null, { one }, { one, two: one, three: one }]) {
    assertEquals(fault({ learners }), "state.learners must hold a state for each of one, two");
  }
  assertEquals(fault({ learners: { ...state.learners, one: 5 } }), "state.learners.one: it must be an object");
  assertEquals(fault({ champion: "one" }), "state.network must be that of the champion");
  assertEquals(
    fault({ scores: { one: state.scores.one } }),
    "state.scores must be an object with keys one, two: current value is keys one",
  );
});

Deno.test("createChampion() refuses options that do not fit", () => {
  const refused = (changed: object, kind: typeof RangeError | typeof TypeError = RangeError) =>
    assertThrows(() => createChampion({ ...options, ...changed } as ChampionOptions), kind).message;
  const start = "Cannot create champion as";
  assertEquals(refused({ learners: { one: pair.one } }), `${start} learners must hold 2 at least: current value is 1`);
  assertEquals(refused({ learners: null }, TypeError), `${start} learners must be an object: current value is null`);
  const learners = { ...pair, table: createTableLearner({ task: "classification" }) };
  const tasks = "regression, regression, classification";
  assertEquals(refused({ learners }), `${start} learners must have one task: current value is ${tasks}`);
  for (const every of [0, -1, 0.5, NaN, "5"]) {
    assertEquals(refused({ every }), `${start} every must be a whole number above 0: current value is ${every}`);
  }
  for (const margin of [-0.1, NaN, Infinity, "0"]) {
    assertEquals(refused({ margin }), `${start} margin must be a number from 0 on: current value is ${margin}`);
  }
  const rule = `${start} metric must give a number for predictions: current value is`;
  assertEquals(refused({ metric: mean() }, TypeError), `${rule} mean`);
  assertEquals(refused({ metric: confusionMatrix() }, TypeError), `${rule} confusionMatrix`);
  const truth = `${start} largerIsBetter must be true or false: current value is yes`;
  assertEquals(refused({ largerIsBetter: "yes" }, TypeError), truth);
});
