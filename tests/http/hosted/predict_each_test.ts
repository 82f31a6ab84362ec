import { assertEquals, assertThrows } from "@std/assert";
import { predictEach } from "../../../lib/http/hosted/predict_each.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const { state } = learner.learnOne(learner.init(), { features: [4], target: 2 }); // w = 4, b = 1

Deno.test("predictEach() predicts several inputs", () => {
  assertEquals(predictEach({ learner, state }, [[1], [2]]).map(([output]) => output), [5, 9]);
  assertEquals(predictEach({ learner, state }, []), []);
});

Deno.test("predictEach() tells which input cannot be used, or gives no number for JSON", () => {
  assertThrows(
    () => predictEach({ learner, state }, [[1], [NaN]]),
    RangeError,
    "Cannot use samples[1].features[0] as it must be a finite number: current value is NaN",
  );
  assertThrows(
    () => predictEach({ learner, state }, [[1], [3e38]]),
    RangeError,
    "Cannot use samples[1].features as it must be small enough for a finite output",
  );
});
