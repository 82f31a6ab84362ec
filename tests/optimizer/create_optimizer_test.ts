import { createOptimizer, type OptimizerSpec, sgd } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { updatesOf } from "./one_neuron.ts";

Deno.test("createOptimizer() makes an optimizer from its spec", () => {
  assertEquals(updatesOf(createOptimizer({ name: "sgd", learningRate: 0.5 }), [[2, 4]]), [[-1, -2]]);
  const spec = { name: "chain", links: [{ name: "clipByNorm", maxNorm: 5 }, { name: "sgd", learningRate: 1 }] };
  assertEquals(updatesOf(createOptimizer(spec), [[6, 8]]), [[-3, -4]]);
  assertEquals(updatesOf(createOptimizer({ name: "importanceAware", optimizer: spec }), [[6, 8]]), [[-3, -4]]);
});

Deno.test("createOptimizer() throws for a name that it does not know, and checks the options", () => {
  for (const name of ["adamax", "constructor", "__proto__"]) {
    assertThrows(
      () => createOptimizer({ name }),
      RangeError,
      "Cannot create optimizer as name must be one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, " +
        "normalizedAdaptive, weightDecay, l1, clipByNorm, clipByValue, scaleBiases, importanceAware, chain: " +
        `current value is "${name}"`,
    );
  }
  assertThrows(
    () => createOptimizer({ ...sgd({ learningRate: 1 }).spec!, learningRate: -1 }),
    RangeError,
    "learningRate",
  );
});

Deno.test("createOptimizer() throws for what is no spec", () => {
  const message = (spec: unknown) => assertThrows(() => createOptimizer(spec as OptimizerSpec), Error);
  for (const spec of [null, undefined, "sgd", 5]) {
    const error = message(spec);
    assert(error instanceof TypeError);
    assertEquals(
      error.message,
      `Cannot create optimizer as spec must be an object with a name: current value is ${spec}`,
    );
  }
  for (const [name, shown] of [[["sgd"], '["sgd"]'], [undefined, "undefined"], [{ toString: 1 }, '{"toString":1}']]) {
    const error = message({ name });
    assert(error instanceof RangeError);
    assert(error.message.endsWith(`chain: current value is ${shown}`), error.message);
  }
  for (const links of [undefined, null, "sgd", {}]) {
    assertEquals(
      message({ name: "chain", links }).message,
      `Cannot create chain as links must be a list of specs: current value is ${JSON.stringify(links)}`,
    );
  }
  assertThrows(() => createOptimizer({ name: "chain", links: [] }), RangeError, "at least 1 link");
  assertThrows(() => createOptimizer({ name: "chain", links: [null] }), TypeError, "current value is null");
});
