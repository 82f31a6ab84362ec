import { accuracy, kappaT, noChange } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { checkReference } from "./check_reference.ts";
import { drawnPredictions, guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("kappaT() compares with the last class", () => {
  // no change says 0, 1, 1, 0 and is right about the second 1 alone
  assertEquals(scoreOf(kappaT(), pairs([0.9, 1], [0.7, 1], [0.6, 0], [0.8, 1])), 1 - (1 / 4) / (3 / 4));
});

checkReference(kappaT(), "binary", "classes");

Deno.test("kappaT() takes class 0 for the last one at first", () => {
  assertEquals(scoreOf(kappaT(), guesses([0, 0], [0, 1])), 0);
  assertEquals(scoreOf(kappaT(), guesses([1, 1], [1, 0])), 1 - (1 / 2) / 1);
});

Deno.test("kappaT() is 0 where neither errs, and minus infinity where no change alone does not", () => {
  assertEquals(scoreOf(kappaT(), guesses([0, 0], [0, 0])), 0);
  assertEquals(scoreOf(kappaT(), guesses([0, 0], [1, 0])), -Infinity);
});

Deno.test("kappaT() agrees with the accuracy of noChange()", () => {
  const predictions = drawnPredictions(200, 3);
  const baseline = noChange();
  let state = baseline.init();
  const unchanged = predictions.map((prediction) => {
    const output = baseline.predict(state);
    state = baseline.update(state, prediction.target);
    return { ...prediction, output };
  });
  const [p, r] = [predictions, unchanged].map((each) => scoreOf(accuracy(), each));
  assertClose([scoreOf(kappaT(), predictions)], [1 - (1 - p) / (1 - r)], { absolute: 1e-14 });
});
