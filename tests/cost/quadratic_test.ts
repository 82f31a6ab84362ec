import { quadratic } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { differences, outputOf } from "../helper/output_of.ts";

const linear = outputOf("identity", [3, 1, -2]);

Deno.test("quadratic is 1/2 |a - y|^2 with gradient a - y", () => {
  assertEquals(quadratic.cost(linear, [1, 1, 1]), (4 + 0 + 9) / 2);
  assertEquals([...quadratic.gradient(linear, [1, 1, 1])], [2, 0, -3]);
});

Deno.test("quadratic.outputDelta() pulls the gradient back through the activation", () => {
  const delta = quadratic.outputDelta(linear, [1, 1, 1], (gradient) => Array.from(gradient, (g) => g * 10));
  assertEquals([...delta as number[]], [20, 0, -30]);
});

Deno.test("quadratic.gradient() agrees with central differences within 1e-8", () => {
  const target = [0.25, -1, 4];
  assertClose(quadratic.gradient(linear, target), differences(quadratic, linear, target), { absolute: 1e-8 });
});

Deno.test("quadratic is 0 with gradient 0 at the target, and for no outputs", () => {
  assertEquals(quadratic.cost(linear, [3, 1, -2]), 0);
  assertEquals([...quadratic.gradient(linear, [3, 1, -2])], [0, 0, 0]);
  assertEquals(quadratic.cost(outputOf("identity", []), []), 0);
});

Deno.test("quadratic is finite for the largest float32 numbers, and keeps NaN", () => {
  const output = outputOf("identity", [3.4e38, -3.4e38]);
  assertClose([quadratic.cost(output, [-3.4e38, 3.4e38])], [4 * 3.4e38 * 3.4e38], { relative: 1e-15 });
  assertEquals(quadratic.cost(outputOf("identity", [NaN]), [0]), NaN);
  assertEquals(quadratic.gradient(outputOf("identity", [NaN]), [0])[0], NaN);
});
