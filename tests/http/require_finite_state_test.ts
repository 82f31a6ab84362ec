import { createLearner, type LearnerState, momentum } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { RequestError } from "../../lib/http/request_error.ts";
import { requireFiniteState } from "../../lib/http/require_finite_state.ts";

const learner = createLearner({
  network: { inputs: 1, layers: [{ units: 1, initializer: "zeros" }] },
  optimizer: momentum({ learningRate: 0.1 }),
});

function refuse(state: LearnerState): void {
  const message = "Cannot learn the samples as the model must stay finite: current value is too large";
  assertEquals(assertThrows(() => requireFiniteState(state), RequestError, message).problem.status, 422);
}

Deno.test("requireFiniteState() takes what a learner has learned", () => {
  requireFiniteState(learner.init());
  requireFiniteState(learner.learnOne(learner.init(), { features: [1e3], target: 1 }).state);
});

Deno.test("requireFiniteState() refuses parameters that are not finite", () => {
  const state = learner.init();
  for (const value of [NaN, Infinity, -Infinity]) {
    refuse({ ...state, network: { ...state.network, parameters: Float32Array.of(0, value) } });
  }
});

Deno.test("requireFiniteState() refuses what the optimizer remembers if it is not finite, however deep", () => {
  const state = learner.init();
  for (const optimizer of [NaN, { step: Infinity }, [{ a: [Float32Array.of(0, NaN)] }, null, "text", true]]) {
    refuse({ ...state, optimizer });
  }
  requireFiniteState({ ...state, optimizer: [null, "text", true, undefined, {}, [], new Float32Array(0)] });
});
