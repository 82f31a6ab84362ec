import { type Features, SampleError } from "@backstream/backstream";
import { type Prediction, predictWith } from "@backstream/backstream/rx";
import { assertEquals, assertRejects } from "@std/assert";
import { lastValueFrom, of, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";
import { lineLearner } from "./line_learner.ts";

const { state } = lineLearner.learnOne(lineLearner.init(), { features: [1], target: 2 }); // w = b = 0.25
const boom = new Error("boom");

Deno.test("predictWith() gives w x + b for each x", async () => {
  const predictions = await lastValueFrom(of([0], [1], [7]).pipe(predictWith(lineLearner, state), toArray()));
  assertEquals(predictions.map(({ features, output }) => [features[0], output[0]]), [[0, 0.25], [1, 0.5], [7, 2]]);
});

checkMarbles<Features, Prediction>("predictWith()", predictWith(lineLearner, state), {
  inputs: { a: [0], b: [1] },
  outputs: {
    a: { features: [0], output: Float32Array.of(0.25) },
    b: { features: [1], output: Float32Array.of(0.5) },
  },
  cases: {
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-b-|", expected: "-a-b-|", subscribed: "^----!" },
    error: { source: "-a-#", expected: "-a-#", subscribed: "^--!" },
    endless: { source: "-a-b--", expected: "-a-b--", subscribed: "^" },
    "early unsubscribe": { source: "-a-b-a-|", expected: "-a-b", subscribed: "^---!", leaves: "^---!" },
    "throwing callback": {
      source: "-a-b-|",
      expected: "-#",
      subscribed: "^!",
      error: boom,
      operator: predictWith(lineLearner, () => {
        throw boom;
      }),
    },
  },
});

Deno.test("predictWith() asks a function for the state of each prediction", async () => {
  const states = [lineLearner.init(), state];
  const predictions = of([1], [1]).pipe(predictWith(lineLearner, () => states.shift()!), toArray());
  assertEquals((await lastValueFrom(predictions)).map(({ output }) => output[0]), [0, 0.5]);
});

Deno.test("predictWith() tells the place of features that cannot be used", async () => {
  const predictions = of([1], [1, 2]).pipe(predictWith(lineLearner, state));
  const error = await assertRejects(
    () => lastValueFrom(predictions),
    SampleError,
    "features as it must hold 1 numbers: current value is an array of length 2",
  );
  assertEquals(error.index, 1);
});
