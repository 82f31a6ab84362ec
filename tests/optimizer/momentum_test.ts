import { momentum, nesterov } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { updatesOf } from "./one_neuron.ts";
import { testTenSteps } from "./ten_steps.ts";

testTenSteps("momentum", momentum({ learningRate: 0.1 }));
testTenSteps("nesterov", nesterov({ learningRate: 0.1 }));

Deno.test("momentum() keeps a share of its velocity", () => {
  // v = 2, then 1/2 2 + 2 = 3, then 1/2 3 + 0 = 1.5
  const updates = updatesOf(momentum({ learningRate: 1, momentum: 0.5 }), [[2, 4], [2, 4], [0, 0]]);
  assertEquals(updates, [[-2, -4], [-3, -6], [-1.5, -3]]);
});

Deno.test("nesterov() looks ahead by the velocity", () => {
  // v = 2, g + 1/2 v = 3; then v = 3, g + 1/2 v = 3.5
  const updates = updatesOf(nesterov({ learningRate: 1, momentum: 0.5 }), [[2, 4], [2, 4]]);
  assertEquals(updates, [[-3, -6], [-3.5, -7]]);
});

Deno.test("momentum() and nesterov() without momentum are sgd", () => {
  for (const make of [momentum, nesterov]) {
    assertEquals(updatesOf(make({ learningRate: 0.5, momentum: 0 }), [[2, 4], [6, 8]]), [[-1, -2], [-3, -4]]);
  }
});

Deno.test("momentum() comes to rest: a velocity below 2^-100 is 0", () => {
  const optimizer = momentum({ learningRate: 1, momentum: 0.5 });
  const updates = updatesOf(optimizer, [[1, 0], ...Array(110).fill([0, 0])]).map(([w]) => w);
  assertEquals(updates[100], -(2 ** -100));
  assertEquals(Math.abs(updates[101]), 0);
});

for (const bad of [-0.1, 1, NaN, "0"]) {
  Deno.test(`momentum() and nesterov() throw for a momentum of ${bad}`, () => {
    for (const [name, make] of Object.entries({ momentum, nesterov })) {
      assertThrows(
        () => make({ learningRate: 1, momentum: bad as number }),
        RangeError,
        `Cannot create ${name} as momentum must be`,
      );
    }
  });
}
