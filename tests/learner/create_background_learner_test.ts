import {
  adwin,
  type BackgroundLearnerOptions,
  type BackgroundState,
  createBackgroundLearner,
  createLearner,
  createTableLearner,
  decodeLearner,
  type DriftDetector,
  encodeLearner,
  type Learner,
  type Sample,
  sgd,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

const layer = { units: 1, initializer: "zeros" } as const;
const network = { inputs: 1, layers: [layer], cost: "crossEntropy" } as const;
const logistic = createLearner({ network, optimizer: sgd({ learningRate: 0.05 }) });

/** Alarms at a sample of a number. */
function alarmAt(...alarms: number[]): DriftDetector<unknown> {
  return {
    spec: { name: "alarm" },
    form: "count",
    init: () => 0,
    update: (count: number) => count + 1,
    status: (count: number) => alarms.includes(count) ? "drift" : "stable",
  } as unknown as DriftDetector<unknown>;
}

/** The class is the sign of the feature, after a time the other one. */
function signs(count: number, turn: number): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const x = i % 2 === 0 ? 1 : -1;
    return { features: [x], target: x > 0 === i < turn ? 1 : 0 };
  });
}

function countsAfter(learner: Learner, samples: readonly Sample[]): BackgroundState {
  return learner.learnMany(learner.init(), samples).state as BackgroundState;
}

Deno.test("createBackgroundLearner() starts a new learner at a drift, and swaps when it is better and old enough", () => {
  const learner = createBackgroundLearner({ learner: logistic, drift: alarmAt(1001), patience: 50 });
  const samples = signs(1100, 1000);
  const at = (count: number) => countsAfter(learner, samples.slice(0, count));
  assertEquals([at(1000).background, at(1000).counts], [null, { drifts: 0, swaps: 0 }]);
  const fresh = at(1001);
  assertEquals([fresh.background, fresh.errors], [logistic.init(), { age: 0, serving: 0, background: 0 }]);
  const before = at(1050);
  assertEquals([before.counts, before.errors.age], [{ drifts: 1, swaps: 0 }, 49]);
  assert(before.errors.background < before.errors.serving);
  const after = at(1051);
  assertEquals([after.counts, after.background], [{ drifts: 1, swaps: 1 }, null]);
  // What serves now is a learner that has seen nothing but the 50 samples since.
  assertEquals(after.serving, logistic.learnMany(logistic.init(), samples.slice(1001, 1051)).state);
  assertEquals(after.network === after.serving.network, true);
  assertEquals(after.drift, 0);
});

Deno.test("createBackgroundLearner() finds a drift by itself, and is right again sooner than the learner alone", () => {
  const slow = createLearner({ network, optimizer: sgd({ learningRate: 0.01 }) });
  const learner = createBackgroundLearner({ learner: slow, patience: 50 });
  const samples = signs(4000, 3000);
  const [with_, without] = [learner, slow].map((one) => {
    const { outputs } = one.learnMany(one.init(), samples);
    return samples.slice(3000).filter(({ target }, i) => (outputs[3000 + i] > 0.5 ? 1 : 0) !== target).length;
  });
  const { counts } = countsAfter(learner, samples);
  assertEquals(counts.swaps, 1);
  assert(with_ < without / 2, `${with_} errors with a background learner, ${without} without`);
});

Deno.test("createBackgroundLearner() gives a new learner up that has not been better within the limit", () => {
  const learner = createBackgroundLearner({ learner: logistic, drift: alarmAt(200, 230), patience: 10, limit: 60 });
  const at = (count: number) => countsAfter(learner, signs(count, Infinity)); // the world stays, so that both are right
  assertEquals([at(259).errors.age, at(259).background === null], [59, false]);
  assertEquals([at(260).errors.age, at(260).background], [0, null]);
  assertEquals(at(260).counts, { drifts: 2, swaps: 0 }); // a drift while there is one starts no other
});

Deno.test("createBackgroundLearner() goes on from a snapshot while there is a new learner", () => {
  const drift = adwin({ clock: 1, gracePeriod: 5, minWindowLength: 3 }) as DriftDetector<unknown>;
  const learner = createBackgroundLearner({ learner: logistic, drift, patience: 100 });
  const samples = signs(1500, 1000);
  const middle = Array.from({ length: 200 }, (_, i) => 1000 + i).find((count) => {
    return countsAfter(learner, samples.slice(0, count)).background !== null;
  })!;
  const state = countsAfter(learner, samples.slice(0, middle));
  const resumed = decodeLearner(encodeLearner(learner, state));
  assertEquals(resumed.state, state);
  const rest = samples.slice(middle);
  const [after, expected] = [resumed.learner.learnMany(resumed.state, rest), learner.learnMany(state, rest)];
  assertEquals(after, expected);
  assertEquals((after.state as BackgroundState).counts.swaps, 1);
});

Deno.test("createBackgroundLearner() judges each learner by its own order of the classes", () => {
  // The serving learner meets a first, the new one b; both are right.
  const table = createTableLearner({
    task: "classification",
    members: 1,
    replays: 1,
    hidden: [],
    drift: null,
  });
  const learner = createBackgroundLearner({ learner: table, drift: alarmAt(301), patience: 1000 });
  const samples = Array.from({ length: 600 }, (_, i) => ({ features: { x: i % 2 }, target: i % 2 === 0 ? "a" : "b" }));
  const { serving, background, errors } = countsAfter(learner, samples);
  assertEquals([table.labelsOf!(serving), table.labelsOf!(background!)], [["a", "b"], ["b", "a"]]);
  assert(errors.serving < 0.05 && errors.background < 0.2, `${errors.serving} ${errors.background}`);
  assertEquals([...learner.encodeTarget!(learner.learnMany(learner.init(), samples).state, "b")], [0, 1]);
});

Deno.test("createBackgroundLearner() says what is wrong with a state", () => {
  const learner = createBackgroundLearner({ learner: logistic, drift: alarmAt(20) });
  const state = countsAfter(learner, signs(30, Infinity));
  const fault = (changed: object) => learner.fault!({ ...state, ...changed } as BackgroundState);
  assertEquals(fault({}), undefined);
  assertEquals(fault({ background: null }), undefined);
  assertEquals(fault({ optimizer: 1 }), "state.optimizer must be null");
  assertEquals(fault({ drift: -1 }), "state.drift must be a whole number from 0 on: current value is -1");
  assertEquals(fault({ background: undefined }), "state.background: it must be an object");
  assertEquals(fault({ serving: 5 }), "state.serving: it must be an object");
  assertEquals(fault({ serving: state.background }), "state.network must be that of state.serving");
});

Deno.test("createBackgroundLearner() refuses options that are out of range", () => {
  for (const name of ["patience", "limit"]) {
    for (const value of [0, -1, 0.5, NaN, Infinity]) {
      const text =
        `Cannot create background learner as ${name} must be a whole number above 0: current value is ${value}`;
      const options = { learner: logistic, [name]: value } as unknown as BackgroundLearnerOptions;
      assertEquals(assertThrows(() => createBackgroundLearner(options), RangeError).message, text);
    }
  }
});
