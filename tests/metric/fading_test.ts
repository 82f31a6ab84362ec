import { accuracy, fading, mae, mean, rollingMean } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { drawnPredictions, pairs, scoreOf } from "./predictions.ts";

Deno.test("fading() halves what came before", () => {
  const metric = fading(accuracy(), { factor: 0.5 });
  assertEquals(scoreOf(metric, pairs([1, 1])), 1);
  assertEquals(scoreOf(metric, pairs([1, 1], [1, 0])), 0.5 / 1.5);
  assertEquals(scoreOf(metric, pairs([1, 1], [1, 0], [1, 1])), 1.25 / 1.75);
});

Deno.test("fading() equals the weights multiplied by powers of the factor", () => {
  const predictions = drawnPredictions(100, 1);
  const faded = predictions.map((prediction, i) => ({ ...prediction, weight: prediction.weight! * 0.9 ** (99 - i) }));
  assertClose([scoreOf(fading(mae(), { factor: 0.9 }), predictions)], [scoreOf(mae(), faded)], { relative: 1e-13 });
});

Deno.test("fading() takes numbers", () => {
  const metric = fading(mean(), { factor: 0.5 });
  assertClose([metric.value([4, 1].reduce(metric.update, metric.init()))], [(0.5 * 4 + 1) / 1.5], { relative: 1e-15 });
});

Deno.test("fading() throws if the factor is out of range, or the metric cannot be scaled", () => {
  for (const factor of [0, -1, 1.5, NaN]) {
    assertThrows(
      () => fading(accuracy(), { factor }),
      RangeError,
      `Cannot create fading as factor must be a number above 0, and 1 at most: current value is ${factor}`,
    );
  }
  assertThrows(
    () => fading(rollingMean(3), { factor: 0.5 }),
    TypeError,
    "Cannot create fading as metric must have scale: current value is rollingMean",
  );
});
