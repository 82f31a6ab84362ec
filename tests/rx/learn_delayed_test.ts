import { type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { from, lastValueFrom, toArray } from "rxjs";
import { learnDelayed } from "../../lib/rx/learn_delayed.ts";
import { lineLearner } from "./line_learner.ts";

const sample: Sample = { features: [1], target: 2 };
const bad: Sample = { features: [1], target: NaN };

function stepsOf(samples: Sample[], options: Parameters<typeof learnDelayed>[1]) {
  const operator = learnDelayed(lineLearner, options)({ note: () => "noted" });
  return lastValueFrom(from(samples).pipe(operator, toArray()));
}

Deno.test("learnDelayed() gives the output and the cost of the time when the sample came: numbers by hand", async () => {
  const steps = await stepsOf([sample, sample, sample], { delay: 2 });
  assertEquals(steps.map(({ step }) => [step.output[0], step.cost]), [[0, 2], [0, 2], [0.5, 1.125]]);
  assertEquals(steps.map(({ step }) => step.state.samples), [1, 2, 3]);
  assertEquals(steps.map(({ note }) => note), ["noted", "noted", "noted"]);
});

Deno.test("learnDelayed() tells a sample that cannot be used when it comes", async () => {
  await assertRejects(() => stepsOf([sample, bad], { delay: 5 }), SampleError, "samples[1].target");
  const steps = await stepsOf([bad, sample, bad, sample], { delay: 5, invalid: "skip" });
  assertEquals(steps.map(({ step }) => [step.output[0], step.skipped]), [[0, 2], [0, 2]]);
});

Deno.test("learnDelayed() learns what is due before a sample that cannot be used", async () => {
  const steps = await stepsOf([sample, sample, bad, sample], { delay: 2, invalid: "skip" });
  assertEquals(steps.map(({ step }) => step.output[0]), [0, 0, 0.875]);
});

Deno.test("learnDelayed() passes on an error that is about no sample", async () => {
  const moment = () => NaN;
  await assertRejects(() => stepsOf([sample], { delay: 1, moment, invalid: "skip" }), RangeError, "moment must give");
  assertThrows(() => learnDelayed(lineLearner, { delay: -1 }), RangeError, "as delay must be");
});
