import { assertEquals } from "@std/assert";
import { createProgressiveRun } from "../../lib/learner/progressive_run.ts";
import { lineLearner } from "../rx/line_learner.ts";
import { recordingLearner, timed } from "./recording_learner.ts";

Deno.test("createProgressiveRun() has the metrics of the task where none are named", () => {
  const named = (task: "classification" | "regression") =>
    Object.keys(createProgressiveRun(recordingLearner(task).learner, {}).read().scores);
  assertEquals(named("classification"), ["accuracy", "macroF1", "cohenKappa", "kappaT", "logLoss"]);
  assertEquals(named("regression"), ["mae", "rmse", "r2"]);
});

Deno.test("createProgressiveRun() takes steps in one by one", () => {
  const run = createProgressiveRun(lineLearner, { delay: 2 });
  const steps = timed(0, 1, 2).flatMap((sample) => [...run.take(sample)]);
  assertEquals(steps.map((step) => run.add(step)), [1]);
  assertEquals([...run.rest()].map((step) => run.add(step)), [2, 3]);
  assertEquals(run.read().samples, 3);
});
