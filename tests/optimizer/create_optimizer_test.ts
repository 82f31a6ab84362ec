import { createOptimizer, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { updatesOf } from "./one_neuron.ts";

Deno.test("createOptimizer() makes an optimizer from its spec", () => {
  assertEquals(updatesOf(createOptimizer({ name: "sgd", learningRate: 0.5 }), [[2, 4]]), [[-1, -2]]);
  const spec = { name: "chain", links: [{ name: "clipByNorm", maxNorm: 5 }, { name: "sgd", learningRate: 1 }] };
  assertEquals(updatesOf(createOptimizer(spec), [[6, 8]]), [[-3, -4]]);
});

Deno.test("createOptimizer() throws for a name that it does not know, and checks the options", () => {
  for (const name of ["adamax", "constructor", "__proto__"]) {
    assertThrows(
      () => createOptimizer({ name }),
      RangeError,
      "Cannot create optimizer as name must be one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, " +
        `weightDecay, l1, clipByNorm, chain: current value is "${name}"`,
    );
  }
  assertThrows(
    () => createOptimizer({ ...sgd({ learningRate: 1 }).spec!, learningRate: -1 }),
    RangeError,
    "learningRate",
  );
});
