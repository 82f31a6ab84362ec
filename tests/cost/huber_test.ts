import { huber } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { differences, outputOf } from "../helper/output_of.ts";

Deno.test("huber is a square up to an error of 1 and a straight line beyond", () => {
  const output = outputOf("identity", [0.5, -0.5, 3, -3]);
  assertEquals(huber.cost(output, [0, 0, 0, 0]), 0.125 + 0.125 + 2.5 + 2.5);
  assertEquals([...huber.gradient(output, [0, 0, 0, 0])], [0.5, -0.5, 1, -1]);
});

Deno.test("huber.outputDelta() pulls the gradient back through the activation", () => {
  const output = outputOf("identity", [0.5, 3]);
  const delta = huber.outputDelta(output, [0, 0], (gradient) => Array.from(gradient, (g) => g * 10));
  assertEquals([...delta as number[]], [5, 10]);
});

Deno.test("huber.gradient() agrees with central differences within 1e-8 away from an error of 1", () => {
  const output = outputOf("identity", [0.3, -0.9, 1.5, -4]);
  const target = [0, 0.05, 0, 1];
  assertClose(huber.gradient(output, target), differences(huber, output, target), { absolute: 1e-8 });
});

Deno.test("huber and its gradient are continuous at an error of 1", () => {
  const at = (a: number) => outputOf("identity", [a]);
  assertClose([huber.cost(at(1), [0]), huber.cost(at(1 + 1e-12), [0])], [0.5, 0.5], { absolute: 1e-11 });
  assertEquals([huber.gradient(at(1), [0])[0], huber.gradient(at(-1), [0])[0]], [1, -1]);
});

Deno.test("huber stays finite for the largest float32 numbers, goes to infinity with the error, and keeps NaN", () => {
  const at = (a: number) => outputOf("identity", [a]);
  assertEquals(huber.cost(at(3.4e38), [-3.4e38]), 6.8e38);
  assertEquals([huber.cost(at(-Infinity), [0]), huber.gradient(at(-Infinity), [0])[0]], [Infinity, -1]);
  assertEquals([huber.cost(at(NaN), [0]), huber.gradient(at(NaN), [0])[0]], [NaN, NaN]);
});
