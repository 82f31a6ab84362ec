import { createTableLearner, type LearnerState } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { driftsOf } from "../../../lib/http/hosted/drifts_of.ts";
import { lineLearner } from "../apps.ts";

Deno.test("driftsOf() reads what a learner that looks for drifts has found", () => {
  const state = createTableLearner({ task: "regression" }).init();
  assertEquals(driftsOf(state), 0);
  assertEquals(driftsOf({ ...state, counts: { drifts: 3 } } as LearnerState), 3);
});

Deno.test("driftsOf() finds nothing where nobody looks", () => {
  assertEquals(driftsOf(lineLearner().init()), undefined);
});
