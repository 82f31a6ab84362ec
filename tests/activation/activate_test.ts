import { activate, type ActivationName, activations } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";

Deno.test("activate() applies the named function to each element", () => {
  assertEquals([...activate("relu", [-1, 0, 2])], [0, 0, 2]);
  assertEquals([...activate("identity", Float32Array.of(-1, 2))], [-1, 2]);
  assertSame([...activate("sigmoid", [0, -0])], [0.5, 0.5]);
});

Deno.test("activate() applies softmax to the layer as a whole", () => {
  assertClose(activate("softmax", [0, Math.LN2]), [1 / 3, 2 / 3], { relative: 1e-15 });
});

Deno.test("activate() keeps NaN, takes an empty layer and changes nothing it is given, whatever the name", () => {
  for (const name of Object.keys(activations) as ActivationName[]) {
    const z = Float32Array.of(1, NaN, -1);
    assertEquals(activate(name, z)[1], NaN, name);
    assertEquals([...z], [1, NaN, -1]);
    assertEquals(activate(name, []), new Float64Array(0));
  }
});

Deno.test("activate() is finite for each finite z of float32, whatever the name", () => {
  for (const name of Object.keys(activations) as ActivationName[]) {
    const a = activate(name, [3.4e38, -3.4e38, 1e-45, -1e-45, 0, -0, 88, -88, 710, -710]);
    assert(a.every(Number.isFinite), `${name} gives ${a}`);
  }
});
