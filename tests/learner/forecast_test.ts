import { createLearner, createTableLearner, forecast, SampleError, sgd } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

const learner = createTableLearner({ task: "regression", lags: 2, hidden: [], members: 1, replays: 3 });
const wave = (i: number) => 10 + 5 * Math.sin(i / 4);
const { state } = learner.learnMany(
  learner.init(),
  Array.from({ length: 500 }, (_, i) => ({ features: {}, target: wave(i) })),
);

Deno.test("forecast() of a sine wave is within a tenth of its height for 12 steps", () => {
  const ahead = forecast(learner, state, Array(12).fill({}));
  assertEquals(ahead.length, 12);
  for (const [i, [y]] of ahead.entries()) assert(Math.abs(y - wave(500 + i)) < 0.5, `${y} of ${wave(500 + i)} at ${i}`);
});

Deno.test("forecast() begins with what predictOne() gives, and takes it for the target of the step", () => {
  const [first, second] = forecast(learner, state, [{}, {}]);
  assertEquals(first, learner.predictOne(state, {}));
  const { earlier } = state as unknown as { earlier: Float32Array[] };
  const seen = { ...state, earlier: [first, earlier[0]] };
  assertEquals(second, learner.predictOne(seen, {}));
});

Deno.test("forecast() leaves the state as it was, and is the same from a clone of it", () => {
  const clone = structuredClone(state);
  const ahead = forecast(learner, state, [{}, {}, {}]);
  assertEquals(structuredClone(state), clone);
  assertEquals(forecast(learner, clone, [{}, {}, {}]), ahead);
});

Deno.test("forecast() of no steps is empty, and it takes any iterable", () => {
  assertEquals(forecast(learner, state, []), []);
  assertEquals(forecast(learner, state, new Set([{}])).length, 1);
});

Deno.test("forecast() sees the features of each step", () => {
  const timed = createTableLearner({ task: "regression", lags: 1, hidden: [], members: 1, replays: 3 });
  const samples = Array.from(
    { length: 300 },
    (_, i) => ({ features: { on: i % 3 === 0 ? 1 : 0 }, target: i % 3 === 0 ? 8 : 2 }),
  );
  const learned = timed.learnMany(timed.init(), samples).state;
  const ahead = forecast(timed, learned, [{ on: 1 }, { on: 0 }, { on: 1 }]).map(([y]) => y);
  for (const [i, y] of [8, 2, 8].entries()) assert(Math.abs(ahead[i] - y) < 1, `${ahead[i]} of ${y}`);
});

Deno.test("forecast() refuses states of other learners, and bad features", () => {
  const other = createLearner({ network: { inputs: 1, layers: [{ units: 1 }] }, optimizer: sgd({ learningRate: 1 }) });
  const { message } = assertThrows(() => forecast(other, other.init(), [{}]), TypeError);
  assertEquals(message, "Cannot forecast as state must be that of a table learner: current value is another one");
  assertThrows(() => forecast(learner, state, [7 as never]), SampleError);
});
