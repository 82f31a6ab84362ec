import { classesOf } from "../../lib/metric/classes_of.ts";
import { assertEquals } from "@std/assert";

Deno.test("classesOf() reads one output as two classes, several as one each", () => {
  assertEquals(classesOf({ output: [0.7], target: [0] }), { output: 1, target: 0, count: 2 });
  assertEquals(classesOf({ output: [0.2, 0.7, 0.1], target: [0, 0, 1] }), { output: 1, target: 2, count: 3 });
});

Deno.test("classesOf() goes on with zeros where a vector is shorter", () => {
  assertEquals(classesOf({ output: [0.2, 0.8], target: [0, 0, 1] }), { output: 1, target: 2, count: 3 });
  assertEquals(classesOf({ output: [0.9], target: [0, 1] }), { output: 0, target: 1, count: 2 });
  assertEquals(classesOf({ output: [-2, -1], target: [0, 0, 1] }), { output: 2, target: 2, count: 3 });
});

Deno.test("classesOf() takes no output for class 0", () => {
  assertEquals(classesOf({ output: [], target: [1] }), { output: 0, target: 1, count: 2 });
  assertEquals(classesOf({ output: [], target: [0, 0, 1] }), { output: 0, target: 2, count: 3 });
});
