import { nextNormal, type Prediction, rocAuc } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { checkReference } from "./check_reference.ts";
import { drawnPredictions, guesses, pairs, scoreOf } from "./predictions.ts";

/** The share of ordered pairs, each counted with both weights. */
function exact(predictions: readonly Prediction[]): number {
  const of = (y: number) => predictions.filter(({ target }) => target[0] === y);
  let [ordered, all] = [0, 0];
  for (const high of of(1)) {
    for (const low of of(0)) {
      const [up, down] = [high.output[0], low.output[0]];
      const weight = (high.weight ?? 1) * (low.weight ?? 1);
      ordered += weight * (up > down ? 1 : up === down ? 1 / 2 : 0);
      all += weight;
    }
  }
  return ordered / all;
}

Deno.test("rocAuc() is the share of pairs in the right order", () => {
  assertEquals(scoreOf(rocAuc(), pairs([0.9, 1], [0.3, 1], [0.1, 0], [0.5, 0])), 3 / 4);
});

Deno.test("rocAuc() counts equal scores one half", () => {
  assertEquals(scoreOf(rocAuc(), pairs([0.5, 1], [0.5, 0])), 1 / 2);
  assertEquals(scoreOf(rocAuc(), pairs([0.5, 1], [0.5, 0], [0, 0])), 3 / 4);
});

checkReference(rocAuc(), "binary");

Deno.test("rocAuc() is within 0.0005 of the exact value for 2000 evenly spread scores with weights", () => {
  const predictions = drawnPredictions(2000, 1, 3);
  assertClose([scoreOf(rocAuc(), predictions)], [exact(predictions)], { absolute: 5e-4 });
});

Deno.test("rocAuc() is within 0.0005 of the exact value for 2000 scores crowded at 0", () => {
  let seed = 5;
  const predictions = Array.from({ length: 2000 }, (_, i): Prediction => {
    const [value, next] = nextNormal(seed);
    seed = next;
    const target = i % 20 === 0 ? 1 : 0;
    return { output: [1 / (1 + Math.exp(12 - 2 * value - 2 * target))], target: [target] };
  });
  const expected = exact(predictions);
  assert(expected > 0.7 && expected < 0.8, `it is ${expected}`);
  assertClose([scoreOf(rocAuc(), predictions)], [expected], { absolute: 5e-4 });
});

Deno.test("rocAuc() looks at class 1 of several", () => {
  assertEquals(scoreOf(rocAuc(), guesses([1, 1], [0, 0], [2, 1], [0, 2])), 3 / 4);
});

Deno.test("rocAuc() is NaN until there are both classes", () => {
  assertEquals(scoreOf(rocAuc(), pairs([0.9, 1], [0.3, 1])), NaN);
  assertEquals(scoreOf(rocAuc(), pairs([0.9, 0])), NaN);
});
