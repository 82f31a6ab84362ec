import { constant, inverseTime, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { updatesOf } from "./one_neuron.ts";
import { testTenSteps } from "./ten_steps.ts";

testTenSteps("sgd", sgd({ learningRate: 0.1 }));

Deno.test("sgd() steps by the learning rate against the gradient", () => {
  assertEquals(updatesOf(sgd({ learningRate: 0.5 }), [[2, -4], [0, 1]]), [[-1, 2], [-0, -0.5]]);
});

Deno.test("sgd() follows a schedule from step to step", () => {
  const optimizer = sgd({ learningRate: inverseTime({ rate: 1, decay: 1 }) });
  assertEquals(updatesOf(optimizer, [[1, 0], [1, 0], [1, 0], [1, 0]]).map(([w]) => w), [
    -1,
    -0.5,
    Math.fround(-1 / 3),
    -0.25,
  ]);
});

for (const learningRate of [0, -1, NaN, Infinity, "1", undefined, null]) {
  Deno.test(`sgd() throws for a learning rate of ${learningRate}`, () => {
    assertThrows(
      () => sgd({ learningRate: learningRate as number }),
      RangeError,
      "Cannot create sgd as learningRate must be a number above 0",
    );
  });
}

Deno.test("sgd() names itself and its options", () => {
  assertEquals(sgd({ learningRate: constant(0.5) }).spec, {
    name: "sgd",
    learningRate: { schedule: "constant", rate: 0.5 },
  });
});
