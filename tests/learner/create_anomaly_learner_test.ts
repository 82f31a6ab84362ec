import {
  type AnomalyLearnerOptions,
  type AnomalyState,
  createAnomalyLearner,
  decodeLearner,
  encodeLearner,
  type Learner,
  type LearnerState,
  nextNormal,
  nextRandom,
  rocAuc,
  type Sample,
  SampleError,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

/** Six readings that follow two hidden numbers; in an anomaly two of them are those of another moment. */
function readings(count: number, { seed, share }: { seed: number; share: number }): Sample[] {
  const draw = (next: (seed: number) => [number, number]) => {
    const [value, following] = next(seed);
    seed = following;
    return value;
  };
  const moment = () => {
    const [u, v] = [draw(nextNormal), draw(nextNormal)];
    const noise = () => 0.05 * draw(nextNormal);
    return [u, v, u + v, u - v, 2 * u, 10 - v].map((x) => x + noise());
  };
  return Array.from({ length: count }, () => {
    const [values, other, isBroken] = [moment(), moment(), draw(nextRandom) < share];
    if (isBroken) values.splice(2, 2, other[2], other[3]);
    return {
      features: Object.fromEntries(values.map((x, k) => [`reading ${k}`, x])),
      target: isBroken ? 1 : 0,
    };
  });
}

/** The ROC AUC of the scores of samples that are judged, not learned. */
function aucOf(learner: Learner, state: LearnerState, samples: readonly Sample[]): number {
  const auc = rocAuc();
  let sums = auc.init();
  for (const { features, target } of samples) {
    const output = learner.predictOne(state, features);
    sums = auc.update(sums, { output, target: learner.encodeTarget!(state, target), weight: 1 });
  }
  return auc.value(sums);
}

const learner = createAnomalyLearner();
const clean = learner.learnMany(learner.init(), readings(4000, { seed: 1, share: 0 })).state as AnomalyState;
const judged = readings(1000, { seed: 2, share: 0.1 });

Deno.test("createAnomalyLearner() tells broken readings from usual ones: the ROC AUC is above 0.9", () => {
  const auc = aucOf(learner, clean, judged);
  assert(auc > 0.9, `${auc}`);
  const mean = (broken: number) => {
    const scores = judged.filter(({ target }) => target === broken).map(({ features }) => {
      return learner.predictOne(clean, features)[0];
    });
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  assert(mean(0) < 0.6 && mean(1) > 0.8, `${mean(0)} and ${mean(1)}`);
});

Deno.test("createAnomalyLearner() scores each sample before it is learned, from 0 to 1", () => {
  const samples = readings(2000, { seed: 3, share: 0.05 });
  const { outputs, costs } = learner.learnMany(learner.init(), samples);
  assertEquals([outputs.length, costs.length], [2000, 2000]);
  assert(outputs.every((score) => score >= 0 && score <= 1) && costs.every((cost) => cost >= 0 && cost < Infinity));
  const early = outputs.slice(100, 300).reduce((sum, score) => sum + score, 0) / 200;
  assert(early < 0.6, `usual samples are usual from the start, and not ${early}`);
});

Deno.test("createAnomalyLearner() takes e / (e + m), where m is the mean of the errors so far", () => {
  const { costs, outputs } = learner.learnMany(learner.init(), readings(40, { seed: 4, share: 0 }));
  let usual = 0;
  costs.forEach((cost, i) => {
    assert(Math.abs(outputs[i] - (usual > 0 ? cost / (cost + usual) : 0.5)) < 1e-4, `score ${i}`);
    usual += ((usual > 0 ? Math.min(cost, 9 * usual) : cost) - usual) / (i + 1);
  });
  const { features } = judged[0];
  const { output, cost } = learner.learnOne(clean, { features, target: 0 });
  assert(Math.abs(output[0] - cost / (cost + clean.usual)) < 1e-6);
});

Deno.test("createAnomalyLearner() is hardly moved by poisoned samples", () => {
  const poisoned = learner.learnMany(learner.init(), readings(4000, { seed: 1, share: 0.05 })).state;
  const before = aucOf(learner, clean, judged);
  const after = aucOf(learner, poisoned, judged);
  assert(after > 0.9 && after > before - 0.05, `${before} and ${after}`);
  const wild = { features: Object.fromEntries(Array.from({ length: 6 }, (_, k) => [`reading ${k}`, 1e30])), target: 0 };
  const shocked = learner.learnMany(clean, [wild, wild]).state as AnomalyState;
  assertEquals(learner.predictOne(clean, wild.features)[0] > 0.9, true);
  assert(shocked.usual < 1.02 * clean.usual, `${clean.usual} became ${shocked.usual}`);
});

Deno.test("createAnomalyLearner() grows with fields and categories, and keeps what it has learned", () => {
  const grown = readings(500, { seed: 5, share: 0 }).map((sample, i) => ({
    ...sample,
    features: { ...sample.features as Record<string, number>, late: i % 3, place: i % 2 === 0 ? "here" : "there" },
  }));
  const { state } = learner.learnMany(clean, grown);
  const { member, network } = state as AnomalyState;
  const { inputs, layers } = member.network;
  assertEquals([clean.network.inputs, inputs, layers[layers.length - 1].units, network === member.network], [
    6,
    9,
    9,
    true,
  ]);
  const auc = aucOf(learner, state, judged);
  assert(auc > 0.9, `${auc}`);
  assertEquals(decodeLearner(encodeLearner(learner, state)).state, state);
});

Deno.test("createAnomalyLearner() knows nothing before the first sample, and takes features that are empty", () => {
  assertEquals([...learner.predictOne(learner.init(), { a: 1 })], [0.5]);
  const { state, output } = learner.learnOne(learner.init(), { features: {}, target: 0 });
  assertEquals([[...output], state.samples], [[0.5], 1]);
});

Deno.test("createAnomalyLearner() reads targets as one number, and learns from none", () => {
  const encode = (target: Sample["target"]) => [...learner.encodeTarget!(clean, target)];
  assertEquals([1, 0, true, false, [1]].map(encode), [[1], [0], [1], [0], [1]]);
  const [{ features }] = judged;
  assertEquals(learner.learnOne(clean, { features, target: 0 }), learner.learnOne(clean, { features, target: 1 }));
});

Deno.test("createAnomalyLearner() refuses what is no target, but not that there is none", () => {
  const [{ features }] = judged;
  const learn = (target: unknown) =>
    learner.learnMany(clean, [{ features, target: 0 }, { features, target } as Sample]);
  for (const target of ["x", [1, 2], {}, null, NaN]) {
    assertEquals(assertThrows(() => learn(target), SampleError).index, 1);
  }
  assertEquals(learn(undefined).costs.length, 2);
});

Deno.test("createAnomalyLearner() does not learn from a sample that weighs nothing", () => {
  const [{ features }] = judged;
  const { state } = learner.learnOne(clean, { features, target: 0, weight: 0 });
  assertEquals(structuredClone(state), { ...structuredClone(clean), samples: 4001 });
});

Deno.test("createAnomalyLearner() says what is wrong with a state", () => {
  const fault = (changed: object) => learner.fault!({ ...clean, ...changed } as AnomalyState);
  assertEquals(fault({}), undefined);
  assertEquals(fault({ optimizer: {} }), "state.optimizer must be null");
  for (const usual of [-1, NaN, Infinity]) assertEquals(fault({ usual }), "state.usual must be a number from 0 on");
  assertEquals(fault({ member: null }), "state.member.network must have the sizes [6, 16, 3, 16, 6]");
  const text = "state.samples must be a whole number from 0 on: current value is -1";
  assertEquals(fault({ samples: -1 }), text);
  const { network } = clean;
  const layers = network.layers.map((layer) => ({ ...layer, activation: "relu" as const }));
  const relu = { ...network, layers };
  assertEquals(
    fault({ network: relu, member: { ...clean.member, network: relu } }),
    "state.member.network.layers[0].activation must be tanh",
  );
  const huber = { ...network, cost: "huber" };
  const cost = fault({ network: huber, member: { ...clean.member, network: huber } });
  assertEquals(cost, "state.member.network.cost must be quadratic");
  assertEquals(fault({ network: structuredClone(network) }), "state.network must be that of state.member");
});

Deno.test("createAnomalyLearner() refuses options that do not fit", () => {
  const refused = (options: object, kind: typeof RangeError | typeof TypeError = RangeError) =>
    assertThrows(() => createAnomalyLearner(options as AnomalyLearnerOptions), kind).message;
  const start = "Cannot create anomaly learner as";
  const layers = `${start} hidden must be a list of 1 layer at least: current value is`;
  assertEquals([[], 5, null].map((hidden) => refused({ hidden })), [`${layers} []`, `${layers} 5`, `${layers} null`]);
  const units =
    "Cannot create network as layers[0].units must be a whole number from 1 to 2147483647: current value is 0";
  assertEquals(refused({ hidden: [{ units: 0 }] }), units);
  for (const seed of [-1, 0.5, NaN, 2 ** 32]) {
    assertEquals(
      refused({ seed }),
      `${start} seed must be a whole number from 0 to 4294967295: current value is ${seed}`,
    );
  }
  assertEquals(refused({ optimizer: {} }, TypeError), `${start} optimizer must be one: current value is {}`);
  assertThrows(() => createAnomalyLearner({ features: { clip: -1 } }), RangeError);
});
