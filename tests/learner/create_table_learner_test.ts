import { createTableLearner, type Sample, type Target } from "@backstream/backstream";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import type { TableState } from "../../lib/learner/table_state.ts";
import { drawsOf } from "./draws_of.ts";
import { labelOf, prequential } from "./prequential.ts";

/** A quarter of the work of the default learner. */
const light = { hidden: [{ units: 16, activation: "silu" }], members: 1, replays: 2 } as const;

/** As many samples as are asked for. */
function stream(count: number, seed: number, make: (draws: ReturnType<typeof drawsOf>, i: number) => Sample): Sample[] {
  const draws = drawsOf(seed);
  return Array.from({ length: count }, (_, i) => make(draws, i));
}

Deno.test("createTableLearner() is told the task alone, and says how it was made", () => {
  const { description } = createTableLearner({ task: "regression", labels: ["a", "b"] });
  assertEquals([description.task, description.labels], ["regression", ["a", "b"]] as unknown);
  const { name, optimizer, drift, units } = description.maker!;
  assertEquals([name, units], ["createTableLearner", 2] as unknown);
  assertEquals([(optimizer as { name: string }).name, (drift as { name: string }).name], ["adam", "adwin"]);
  assertEquals(structuredClone(description), description);
});

Deno.test("a class that depends on two features at once is found: 90 % right, where the baselines have half", () => {
  const samples = stream(700, 1, ({ normal }) => {
    const [x, y] = [normal(), normal()];
    return { features: { x, y }, target: x * y > 0 ? "same" : "other" };
  });
  const { score, noChange, prior } = prequential(createTableLearner({ task: "classification" }), samples, 300);
  assert(score > 0.9 && noChange < 0.6 && prior < 0.6, `${score}, ${noChange}, ${prior}`);
});

Deno.test("five classes of numbers and categories are found: 90 % right, where the baselines have less than 40 %", () => {
  const samples = stream(900, 2, ({ normal, below }) => {
    const [size, color] = [normal(), ["red", "green", "blue"][below(3)]];
    const target = color === "red"
      ? (size > 0 ? "big red" : "small red")
      : color === "green"
      ? "green"
      : size > 0.5
      ? "big"
      : "small";
    return { features: { size, color }, target };
  });
  const { score, noChange, prior } = prequential(
    createTableLearner({ task: "classification", ...light }),
    samples,
    300,
  );
  assert(score > 0.9 && noChange < 0.4 && prior < 0.4, `${score}, ${noChange}, ${prior}`);
});

Deno.test("numbers are learned in any unit: an error of less than a fifth of that of the mean", () => {
  const samples = stream(600, 3, ({ normal }) => {
    const [x, y] = [1e6 * normal(), normal() / 1000];
    return { features: { x, y }, target: 5e5 + 1000 * (x / 1e6 + Math.abs(1000 * y)) };
  });
  const { score, noChange, prior } = prequential(createTableLearner({ task: "regression", ...light }), samples, 300);
  assert(score < prior / 5 && score < noChange / 5, `${score}, ${noChange}, ${prior}`);
});

Deno.test("several numbers are learned together, as arrays or by their names", () => {
  const samples = stream(500, 4, ({ normal }) => {
    const [x, y] = [normal(), normal()];
    return { features: { x, y }, target: [x + y, 100 * (x - y)] };
  });
  const learner = createTableLearner({ task: "regression", units: 2, ...light });
  const { state, score, noChange, prior } = prequential(learner, samples, 250);
  assert(score < prior / 5 && score < noChange / 5, `${score}, ${noChange}, ${prior}`);
  const named = createTableLearner({ task: "regression", labels: ["sum", "difference"], ...light });
  const records = samples.map(({ features, target }) => {
    const [sum, difference] = target as number[];
    return { features, target: { difference, sum } };
  });
  const same = named.learnMany(named.init(), records).state;
  assertEquals(named.predictOne(same, { x: 1, y: 0 }), learner.predictOne(state, { x: 1, y: 0 }));
});

Deno.test("labels that come together are each found: 90 % of them right", () => {
  const samples = stream(500, 5, ({ normal }) => {
    const [x, y] = [normal(), normal()];
    return { features: { x, y }, target: { right: x > 0, high: y > 0, ...x + y > 1 ? { far: true } : {} } };
  });
  const learner = createTableLearner({ task: "multilabel", ...light });
  let state = learner.init();
  let [right, all] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    const { output, state: next } = learner.learnOne(state, sample);
    state = next;
    if (i < 200) continue;
    const truth = learner.encodeTarget!(state, sample.target);
    for (const [j, y] of truth.entries()) right += Number(output[j] > 0.5 === y > 0.5);
    all += truth.length;
  }
  assertEquals(learner.labelsOf!(state), ["right", "high", "far"]);
  assert(right / all > 0.9, `${right / all}`);
});

Deno.test("hidden: [] learns a line", () => {
  const samples = stream(500, 6, ({ normal }) => {
    const x = normal();
    return { features: [x], target: 3 * x - 7 };
  });
  const learner = createTableLearner({ task: "regression", hidden: [] });
  const { state } = learner.learnMany(learner.init(), samples);
  assertEquals((state as TableState).network.layers.length, 1);
  for (const x of [-1, 0, 1]) assertAlmostEquals(learner.predictOne(state, [x])[0], 3 * x - 7, 0.15);
});

Deno.test("labels, class indices, booleans and probabilities are the same targets", () => {
  const features = stream(60, 7, ({ normal }) => ({ features: { x: normal() }, target: 0 })).map(({ features }) =>
    features
  );
  const isHigh = (i: number) => (features[i] as { x: number }).x > 0;
  const learned = (targetOf: (high: boolean) => Target) => {
    const learner = createTableLearner({ task: "classification", labels: ["low", "high"], ...light });
    return learner.learnMany(learner.init(), features.map((features, i) => ({ features, target: targetOf(isHigh(i)) })))
      .state;
  };
  const expected = learned((high) => high ? "high" : "low");
  for (const targetOf of [Number, Boolean, (high: boolean) => high ? [0, 1] : [1, 0]]) {
    assertEquals(learned(targetOf as (high: boolean) => Target), expected);
  }
});

Deno.test("fields, categories and classes that come late are learned, and nothing before is lost", () => {
  const learner = createTableLearner({ task: "classification" });
  const early = stream(300, 8, ({ normal }) => {
    const x = normal();
    return { features: { x, kind: "old" }, target: x > 0 ? "a" : "b" };
  });
  const late = stream(400, 9, ({ normal, below }) => {
    const [x, y, kind] = [normal(), normal(), below(2) === 0 ? "old" : "new"];
    return { features: { x, y, kind }, target: kind === "new" ? (y > 0 ? "c" : "d") : x > 0 ? "a" : "b" };
  });
  const before = learner.learnMany(learner.init(), early).state;
  const after = learner.learnMany(before, late).state;
  assertEquals(learner.labelsOf!(after), ["a", "b", "c", "d"]);
  const rightOf = (samples: Sample[]) =>
    samples.filter(({ features, target }) => labelOf(learner, after, learner.predictOne(after, features)) === target)
      .length / samples.length;
  assert(rightOf(early) > 0.93, `${rightOf(early)} of the early ones`);
  assert(rightOf(late.slice(200)) > 0.9, `${rightOf(late.slice(200))} of the late ones`);
  const first = learner.learnOne(before, late[0]).state; // the step at which all of it grows
  const drop = early.filter(({ features, target }) =>
    labelOf(learner, first, learner.predictOne(first, features)) !== target
  );
  assert(drop.length / early.length < 0.1, `${drop.length} wrong after growth`);
});

Deno.test("fields that vanish and values that are missing do not take away what the others say", () => {
  const samples = stream(700, 10, ({ normal, uniform }, i) => {
    const [x, y] = [normal(), normal()];
    const features = {
      ...i > 400 ? {} : { y },
      ...uniform() < 0.1 ? { x: null } : { x },
      noise: uniform() < 0.3 ? NaN : normal(),
    };
    return { features, target: x > 0 ? "a" : "b" };
  });
  const { score } = prequential(createTableLearner({ task: "classification", ...light }), samples, 300);
  assert(score > 0.88, `${score}`); // of those without x, a tenth, half are right
});

Deno.test("constant, huge and heavy-tailed features and outliers of 1e30 make nothing NaN, and it stays accurate", () => {
  const samples = stream(700, 11, ({ normal, uniform }, i) => {
    const [x, y] = [normal(), normal()];
    const tail = 1 / (uniform() - 0.5) ** 3;
    const features = { x: i % 211 === 100 ? 1e30 : x, y: 1e6 * y, same: 5, tail, wild: i % 97 === 50 ? -1e30 : 0 };
    return { features, target: x + y > 0 ? "a" : "b" };
  });
  const learner = createTableLearner({ task: "classification", ...light });
  const { state, score } = prequential(learner, samples, 300);
  assert(score > 0.9, `${score}`);
  const { counts, members } = state as TableState;
  assertEquals(counts.refused, 0);
  assertEquals(members.every(({ network }) => network.parameters.every(Number.isFinite)), true);
});

Deno.test("targets with outliers of 1e30 are learned as those without", () => {
  const samples = stream(600, 12, ({ normal }, i) => {
    const [x, y] = [normal(), normal()];
    return { features: { x, y }, target: i % 150 === 75 ? 1e30 : 10 + x - y };
  });
  const learner = createTableLearner({ task: "regression", ...light });
  let state = learner.init();
  let sum = 0;
  for (const [i, sample] of samples.entries()) {
    const { output, state: next } = learner.learnOne(state, sample);
    assertEquals(Number.isFinite(output[0]), true);
    if (i > 300 && i % 150 !== 75) sum += Math.abs(output[0] - (sample.target as number)) / 298;
    state = next;
  }
  assert(sum < 0.5, `${sum}`); // the mean is off by 1.1
});

Deno.test("earlier targets make a series predictable that is not without them", () => {
  const draws = drawsOf(13);
  const values = [0, 0];
  for (let i = 2; i < 700; i++) values.push(1.6 * values[i - 1] - 0.9 * values[i - 2] + 0.2 * draws.normal());
  const samples = values.map((target) => ({ features: {}, target }));
  const errorOf = (lags: number) =>
    prequential(createTableLearner({ task: "regression", lags, ...light }), samples, 300);
  const [seeing, blind] = [errorOf(2), errorOf(0)];
  assert(
    seeing.score < 0.6 * blind.score && seeing.score < 0.5 * seeing.noChange,
    `${seeing.score}, ${blind.score}, ${seeing.noChange}`,
  );
});

Deno.test("classWeights move decisions towards the class that weighs more", () => {
  const samples = stream(400, 14, ({ normal, below }) => {
    const rare = below(5) === 0;
    return { features: { x: normal() + (rare ? 1 : 0) }, target: rare ? "rare" : "usual" };
  });
  const shareOf = (classWeights: Record<string, number>) => {
    const learner = createTableLearner({ task: "classification", labels: ["usual", "rare"], classWeights, ...light });
    const { state } = learner.learnMany(learner.init(), samples);
    const found = samples.filter(({ features }) =>
      labelOf(learner, state, learner.predictOne(state, features)) === "rare"
    );
    return found.length / samples.length;
  };
  const [plain, heavy] = [shareOf({}), shareOf({ rare: 4 })];
  assert(heavy > plain + 0.15, `${plain}, ${heavy}`);
  assertEquals(shareOf({ 1: 4 }), heavy); // by its index
});

Deno.test("learnOne() gives the cost of the answer, and encodeTarget() the target as it is compared with", () => {
  const learner = createTableLearner({ task: "classification", ...light });
  const first = learner.learnOne(learner.init(), { features: { x: 1 }, target: "a" });
  assertEquals([...first.output].map((p) => p > 0 && p < 1), [true, true]);
  assertAlmostEquals(first.cost, -Math.log(first.output[0]), 1e-5);
  assertEquals([...learner.encodeTarget!(first.state, "a")], [1, 0]);
  const numbers = createTableLearner({ task: "regression", ...light });
  const { output, cost } = numbers.learnOne(numbers.init(), { features: { x: 1 }, target: 4 });
  assertEquals([[...output], cost], [[0], 8]);
});

Deno.test("createTableLearner() refuses options that cannot be", () => {
  const { message } = assertThrows(() => createTableLearner({ task: "classification", lags: -1 }), RangeError);
  assertEquals(message, "Cannot create table learner as lags must be a whole number from 0 on: current value is -1");
  assertThrows(
    () => createTableLearner({ task: "classification", features: { maxFields: -1 } }),
    RangeError,
    "maxFields",
  );
});
