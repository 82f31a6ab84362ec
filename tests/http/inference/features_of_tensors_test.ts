import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { featuresOfTensors } from "../../../lib/http/inference/features_of_tensors.ts";
import type { Tensor } from "../../../lib/http/inference/read_tensor.ts";

const tensor = (name: string, elements: Tensor["elements"], columns?: number): Tensor => {
  return { name, datatype: "FP32", rows: elements.length / (columns ?? 1), columns, elements };
};

Deno.test("featuresOfTensors() gives rows of numbers, truth values as 0 and 1", () => {
  assertEquals(featuresOfTensors([tensor("input", [1, 2, 3, 4, 5, 6], 3)]), [[1, 2, 3], [4, 5, 6]]);
  assertEquals(featuresOfTensors([tensor("input", [true, false], 1)]), [[1], [0]]);
});

Deno.test("featuresOfTensors() gives records where there are fields, vectors among them", () => {
  const tensors = [tensor("age", [42, 7], 1), tensor("city", ["Paris", ""]), tensor("place", [1, 2, 3, 4], 2)];
  assertEquals(featuresOfTensors(tensors, ["age", "city", "place", "late"]), [
    { age: 42, city: "Paris", place: [1, 2] },
    { age: 7, city: "", place: [3, 4] },
  ]);
});

Deno.test("featuresOfTensors() makes a field of any name, __proto__ too", () => {
  const [record] = featuresOfTensors([tensor("__proto__", ["x"])], ["__proto__"]);
  assertEquals(Object.getPrototypeOf(record), Object.prototype);
  assertEquals(Object.entries(record), [["__proto__", "x"]]);
});

Deno.test("featuresOfTensors() throws for other names, names that come twice, and rows that differ", () => {
  assertThrows(
    () => featuresOfTensors([tensor("x", [1], 1)]),
    SampleError,
    'Cannot use inputs[0].name as it must be one of "input": current value is "x"',
  );
  assertThrows(
    () => featuresOfTensors([tensor("a", [1]), tensor("a", [1])], ["a"]),
    SampleError,
    'Cannot use inputs[1].name as it must be another than those before it: current value is "a"',
  );
  assertThrows(
    () => featuresOfTensors([tensor("a", [1, 2]), tensor("b", [1])], ["a", "b"]),
    SampleError,
    "Cannot use inputs[1].shape as it must have 2 first, as a has: current value is 1",
  );
  assertThrows(
    () => featuresOfTensors([tensor("input", [1, 2])]),
    SampleError,
    "Cannot use inputs[0].shape as it must be [n, d]: current value is an array of length 1",
  );
});
