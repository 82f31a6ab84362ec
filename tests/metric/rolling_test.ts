import { accuracy, mae, mean, type Prediction, rolling, rollingMean } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { drawnPredictions, pairs, scoreOf } from "./predictions.ts";

Deno.test("rolling() is the metric of the newest observations", () => {
  const predictions = pairs([0.9, 1], [0.6, 0], [0.7, 1]);
  assertEquals(scoreOf(rolling(accuracy(), { window: 1 }), predictions), 1);
  assertEquals(scoreOf(rolling(accuracy(), { window: 2 }), predictions), 1 / 2);
  assertEquals(scoreOf(rolling(accuracy(), { window: 5 }), predictions), 2 / 3);
});

for (const window of [1, 5, 31, 32, 33, 63, 64, 65, 100, 1000]) {
  Deno.test(`rolling() equals the metric of the newest ${window} alone, after each observation`, () => {
    const metric = rolling(accuracy(), { window });
    let state = metric.init();
    drawnPredictions(300, 3).forEach((prediction, i, all) => {
      state = metric.update(state, prediction);
      assertEquals(metric.value(state), scoreOf(accuracy(), all.slice(Math.max(0, i + 1 - window), i + 1)));
      assert(state.newest.length < 32 && state.blocks.length <= Math.ceil(window / 32));
    });
  });
}

Deno.test("rolling() takes numbers", () => {
  const [metric, plain] = [rolling(mean(), { window: 40 }), rollingMean(40)];
  let [state, other] = [metric.init(), plain.init()];
  for (let i = 0; i < 200; i++) {
    [state, other] = [metric.update(state, i * i % 17), plain.update(other, i * i % 17)];
    assertClose([metric.value(state)], [plain.value(other)], { relative: 1e-14 });
  }
});

Deno.test("rolling() forgets what is not finite, and rounds no worse after huge numbers", () => {
  const metric = rolling(mae(), { window: 2 });
  assertEquals(scoreOf(metric, pairs([NaN, 0], [1, 0])), NaN);
  assertEquals(scoreOf(metric, pairs([NaN, 0], [1e300, 0], [0.1, 0], [0.3, 0])), 0.2);
});

Deno.test("rolling() keeps copies of what it is given", () => {
  const metric = rolling(mae(), { window: 2 });
  const output = Float32Array.of(1);
  const state = metric.update(metric.init(), { output, target: [0] });
  output[0] = 5;
  assertEquals(metric.value(state), 1);
  assertEquals<Prediction>(state.newest[0], { output: [1], target: [0], weight: 1 });
});

Deno.test("rolling() shares the blocks of the state before", () => {
  const metric = rolling(mean(), { window: 96 });
  const state = Array.from({ length: 64 }, (_, i) => i).reduce(metric.update, metric.init());
  assertEquals(state.blocks.length, 2);
  const next = Array.from({ length: 32 }, (_, i) => i).reduce(metric.update, state);
  assert(next.blocks[0] === state.blocks[0] && next.blocks[1] === state.blocks[1]);
});

Deno.test("rolling() throws if the window is not a whole number above 0, or the metric cannot be merged", () => {
  for (const window of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(
      () => rolling(accuracy(), { window }),
      RangeError,
      `Cannot create rolling as window must be a whole number above 0: current value is ${window}`,
    );
  }
  assertThrows(
    () => rolling(rollingMean(3), { window: 3 }),
    TypeError,
    "Cannot create rolling as metric must have merge: current value is rollingMean",
  );
});
