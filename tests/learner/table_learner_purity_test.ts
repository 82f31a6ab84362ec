/** What every use of a table learner may count on: pure functions, exact resumption, importance as a number of times. */
import {
  createTableLearner,
  decodeLearner,
  encodeLearner,
  type Learner,
  type LearnerState,
  type Sample,
  SampleError,
  sgd,
  type TableLearnerOptions,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { isAllFinite } from "../../lib/learner/is_all_finite.ts";
import type { TableState } from "../../lib/learner/table_state.ts";
import { drawsOf } from "./draws_of.ts";

const small = { hidden: [{ units: 6, activation: "silu" }], members: 2, replays: 1, memory: 40 } as const;

/** Records with late fields, categories and classes, missing values and weights. */
function samplesOf(task: TableLearnerOptions["task"], count = 90): Sample[] {
  const { normal, below } = drawsOf(3);
  return Array.from({ length: count }, (_, i) => {
    const [x, kind] = [normal(), `kind ${below(i < 40 ? 2 : 4)}`];
    const features = { x: below(9) === 0 ? null : x, kind, ...i > 50 ? { late: normal() } : {} };
    const label = x > 0 ? kind : "low";
    const target = task === "regression" ? 2 * x : task === "multilabel" ? { [label]: true, high: x > 1 } : label;
    return { features, target, ...i % 5 === 0 ? { weight: i / 30 } : {} };
  });
}

const kinds: Record<string, TableLearnerOptions> = {
  classes: { task: "classification", ...small },
  numbers: { task: "regression", lags: 2, ...small },
  labels: { task: "multilabel", lags: 1, ...small },
  lines: { task: "classification", ...small, hidden: [] },
};

function bytesOf(learner: Learner, state: LearnerState): Uint8Array {
  return encodeLearner(learner, state);
}

for (const [name, options] of Object.entries(kinds)) {
  const learner = createTableLearner(options);
  const samples = samplesOf(options.task);
  const whole = learner.learnMany(learner.init(), samples);

  Deno.test(`learnOne() leaves the state before as it was: ${name}`, () => {
    let state = learner.init();
    for (const [i, sample] of samples.entries()) {
      if (i % 15 !== 0 && i !== 51) {
        state = learner.learnOne(state, sample).state;
        continue;
      }
      const [bytes, clone, output] = [
        bytesOf(learner, state),
        structuredClone(state),
        learner.predictOne(state, sample.features),
      ];
      const { state: next, output: before } = learner.learnOne(state, sample);
      assertEquals(before, output);
      assertEquals(learner.predictOne(state, sample.features), output);
      assertEquals(structuredClone(state), clone);
      assertEquals(bytesOf(learner, state), bytes);
      state = next;
    }
  });

  Deno.test(`learnMany() is learnOne() in a loop, bit for bit, whatever the cut: ${name}`, () => {
    let state = learner.init();
    const each = samples.map((sample) => {
      const learned = learner.learnOne(state, sample);
      state = learned.state;
      return learned;
    });
    const bytes = bytesOf(learner, whole.state);
    assertEquals(bytesOf(learner, state), bytes);
    assertEquals([...whole.costs], each.map(({ cost }) => Math.fround(cost)));
    for (const cut of [1, 40, 52]) {
      const first = learner.learnMany(learner.init(), samples.slice(0, cut)).state;
      const { state: split } = learner.learnMany(structuredClone(first), samples.slice(cut));
      assertEquals(bytesOf(learner, split), bytes);
    }
  });

  Deno.test(`a snapshot goes on as if it had never been one: ${name}`, () => {
    for (const cut of [0, 33, 60]) {
      const { state } = learner.learnMany(learner.init(), samples.slice(0, cut));
      const decoded = decodeLearner(bytesOf(learner, state));
      const resumed = decoded.learner.learnMany(decoded.state, samples.slice(cut)).state;
      assertEquals(bytesOf(decoded.learner, resumed), bytesOf(learner, whole.state));
    }
  });

  Deno.test(`the same seed gives the same bytes, another one others: ${name}`, () => {
    const run = (seed: number) => {
      const made = createTableLearner({ ...options, seed });
      return bytesOf(made, made.learnMany(made.init(), samples).state);
    };
    assertEquals(run(1), bytesOf(learner, whole.state));
    const [one, two] = [run(1), run(2)];
    assert(one.length !== two.length || one.some((byte, i) => byte !== two[i]));
  });

  Deno.test(`a sample of weight 0 changes nothing that predicts: ${name}`, () => {
    const { features, target } = samples[samples.length - 1];
    const { state } = learner.learnOne(whole.state, { features: { ...features, x: 99 }, target, weight: 0 });
    for (const { features } of samples) {
      assertEquals(learner.predictOne(state, features), learner.predictOne(whole.state, features));
    }
    const [after, before] = [state, whole.state].map((state) => ({ ...state, samples: 0 }));
    assertEquals(after, before);
    assertEquals(state.samples, whole.state.samples + 1);
  });

  Deno.test(`a weight of 1,000 moves the prediction to the target and not past it: ${name}`, () => {
    const sample = { ...samples[88], weight: 1000 };
    const truth = learner.encodeTarget!(whole.state, sample.target);
    const distanceOf = (state: LearnerState) => {
      const output = learner.predictOne(state, sample.features);
      assert(output.every(Number.isFinite));
      return Math.max(...truth.map((y, j) => Math.abs(y - output[j])));
    };
    const { state } = learner.learnOne(whole.state, sample);
    assert(isAllFinite((state as TableState).members.map(({ network }) => network.parameters)));
    assertEquals((state as TableState).counts.refused, 0);
    const [before, after] = [distanceOf(whole.state), distanceOf(state)];
    assert(after < 1 && after < before + 0.1, `${before}, ${after}`);
  });
}

Deno.test("a weight of 2 is the sample twice, bit for bit, where nothing else happens between the two", () => {
  // No scale, no memory: the networks alone learn.
  const features = { schema: { fields: [{ name: "x", type: "numeric", scaler: "none", indicator: false }] } } as const;
  const learner = createTableLearner({ task: "classification", labels: ["a", "b"], features, ...small, replays: 0 });
  const begun = learner.learnMany(learner.init(), [{ features: { x: 1 }, target: "a" }, {
    features: { x: -1 },
    target: "b",
  }]);
  const sample: Sample = { features: { x: 2 }, target: "b" };
  const twice = learner.learnMany(begun.state, [sample, sample]).state as TableState;
  const heavy = learner.learnOne(begun.state, { ...sample, weight: 2 }).state as TableState;
  assertEquals(heavy.members, twice.members);
});

Deno.test("a weight of 2 is about the sample twice with all that there is", () => {
  const learner = createTableLearner({ task: "regression" });
  const { normal } = drawsOf(8);
  const samples = Array.from({ length: 200 }, () => {
    const x = normal();
    return { features: { x }, target: x < 0 ? x : 3 * x };
  });
  const heavy =
    learner.learnMany(learner.init(), samples.map((sample, i) => i % 4 ? sample : { ...sample, weight: 2 })).state;
  const twice =
    learner.learnMany(learner.init(), samples.flatMap((sample, i) => i % 4 ? [sample] : [sample, sample])).state;
  for (const x of [-1.5, -0.5, 0.5, 1.5]) {
    const [a, b] = [heavy, twice].map((state) => learner.predictOne(state, { x })[0]);
    assert(Math.abs(a - b) < 0.3, `${a}, ${b} at ${x}`); // the targets spread over 6
  }
});

Deno.test("a weight of 1,000 goes to the target: an answer far off comes close", () => {
  const learner = createTableLearner({ task: "regression" });
  const { normal } = drawsOf(9);
  const samples = Array.from({ length: 200 }, () => {
    const x = normal();
    return { features: { x }, target: x };
  });
  const { state } = learner.learnMany(learner.init(), samples);
  const answerOf = (weight: number) =>
    learner.predictOne(learner.learnOne(state, { features: { x: 1 }, target: 3, weight }).state, { x: 1 })[0];
  const [light, heavy] = [answerOf(1), answerOf(1000)];
  assert(heavy > light + 0.3 && heavy < 3.3, `${light}, ${heavy}`);
});

const numbers = createTableLearner({ task: "regression", ...small });
const bad: [learner: Learner, sample: unknown, field: string, problem: string][] = [
  [numbers, { features: { x: 1 }, target: NaN }, "target", "be a finite number in float32: current value is NaN"],
  [
    numbers,
    { features: { x: 1 }, target: "a" },
    "target",
    'be a number, an array or a record of numbers: current value is "a"',
  ],
  [numbers, { features: { x: 1 }, target: [1, 2] }, "target", "hold 1 numbers: current value is an array of length 2"],
  [numbers, { features: { x: 1 }, target: 1, weight: -2 }, "weight", "be a number from 0 on: current value is -2"],
  [numbers, { features: { x: "a word" }, target: 1 }, "features.x", 'be a number: current value is "a word"'],
  [
    numbers,
    { features: { x: 1e39 }, target: 1 },
    "features.x",
    "be a finite number in float32: current value is 1e+39",
  ],
];

Deno.test("a bad sample is a SampleError that names field and value, and leaves the state as it was", () => {
  const { state } = numbers.learnMany(numbers.init(), samplesOf("regression", 20));
  const before = [structuredClone(state), bytesOf(numbers, state)];
  for (const [learner, sample, field, problem] of bad) {
    const error = assertThrows(() => learner.learnOne(state, sample as Sample), SampleError);
    assertEquals([error.field, error.message], [field, `Cannot use ${field} as it must ${problem}`]);
    const good = { features: { x: 1 }, target: 1 };
    const placed = assertThrows(() => learner.learnMany(state, [good, sample as Sample]), SampleError);
    assertEquals(placed.message, `Cannot use samples[1].${field} as it must ${problem}`);
  }
  assertEquals([structuredClone(state), bytesOf(numbers, state)], before);
});

Deno.test("a sample that would make parameters NaN or infinite is refused and counted, and the state stays finite", () => {
  const learner = createTableLearner({ task: "classification", ...small, optimizer: sgd({ learningRate: 3e38 }) });
  let state = learner.init();
  for (const sample of samplesOf("classification", 40)) {
    const { state: next, output } = learner.learnOne(state, sample);
    state = next;
    assert(output.every(Number.isFinite));
    assert(isAllFinite((state as TableState).members.map(({ network }) => network.parameters)));
  }
  assert((state as TableState).counts.refused > 5);
  assertEquals(state.samples, 40);
});
