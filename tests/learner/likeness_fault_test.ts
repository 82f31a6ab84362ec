import { assertEquals } from "@std/assert";
import { likenessFault } from "../../lib/learner/likeness_fault.ts";

const model = {
  step: 0,
  name: "tanh",
  rest: null,
  isOn: true,
  means: Float32Array.of(1, 2),
  list: [{ step: 0 }, new Float64Array(1)],
};
const fault = (changed: object) => likenessFault({ ...model, ...changed }, model, { path: "state" });

Deno.test("likenessFault() finds nothing in what looks like the model, whatever its numbers are", () => {
  assertEquals(fault({}), undefined);
  assertEquals(fault({ step: 7, isOn: false, means: Float32Array.of(NaN, Infinity) }), undefined);
  assertEquals(likenessFault(structuredClone(model), model, { path: "state" }), undefined);
});

Deno.test("likenessFault() names the first place that is otherwise", () => {
  const whole = "must be a whole number from 0 on: current value is";
  assertEquals(fault({ step: -1 }), `state.step ${whole} -1`);
  assertEquals(fault({ step: 0.5 }), `state.step ${whole} 0.5`);
  assertEquals(fault({ step: "1" }), `state.step ${whole} "1"`);
  assertEquals(fault({ name: "relu" }), 'state.name must be "tanh"');
  assertEquals(fault({ rest: {} }), "state.rest must be null");
  assertEquals(fault({ isOn: null }), "state.isOn must be boolean");
  assertEquals(fault({ means: Float32Array.of(1) }), "state.means must be 2 numbers in a Float32Array");
  assertEquals(fault({ means: new Float64Array(2) }), "state.means must be 2 numbers in a Float32Array");
  assertEquals(fault({ means: [1, 2] }), "state.means must be 2 numbers in a Float32Array");
  assertEquals(fault({ list: {} }), "state.list must be a list");
  assertEquals(fault({ list: [{ step: 0 }] }), "state.list must have the keys 0, 1");
  assertEquals(fault({ list: [{ step: NaN }, new Float64Array(1)] }), `state.list.0.step ${whole} null`);
  assertEquals(fault({ further: 1 }), "state must have the keys isOn, list, means, name, rest, step");
  for (const other of [null, 5, []]) {
    assertEquals(likenessFault(other, model, { path: "state" }), "state must be an object");
  }
});

Deno.test("likenessFault() asks all arrays to be of a length that is given, so that the model may be small", () => {
  const value = { mean: new Float32Array(1000), step: 3 };
  const small = { mean: new Float32Array(2), step: 0 };
  assertEquals(likenessFault(value, small, { path: "state", length: 1000 }), undefined);
  const text = "state.mean must be 999 numbers in a Float32Array";
  assertEquals(likenessFault(value, small, { path: "state", length: 999 }), text);
});
