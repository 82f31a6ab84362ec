import { clipByNorm, createNetwork } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { updatesOf } from "./one_neuron.ts";

Deno.test("clipByNorm() shortens a gradient that is too long, and no other", () => {
  assertEquals(updatesOf(clipByNorm({ maxNorm: 5 }), [[6, 8]]), [[3, 4]]);
  assertEquals(updatesOf(clipByNorm({ maxNorm: 5 }), [[3, 4]]), [[3, 4]]);
  assertEquals(updatesOf(clipByNorm({ maxNorm: 5 }), [[0, 0]]), [[0, 0]]);
});

Deno.test("clipByNorm() measures all layers together", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 2 }, { units: 1 }], seed: 1 });
  // Nine ones have the length 3.
  const gradients = {
    weights: [new Float32Array(4).fill(1), new Float32Array(2).fill(1)],
    biases: [new Float32Array(2).fill(1), new Float32Array(1).fill(1)],
  };
  const clip = clipByNorm({ maxNorm: 1.5 });
  const [clipped] = clip.update(clip.init(network), gradients, network);
  assertEquals([...clipped.weights, ...clipped.biases].flatMap((vector) => [...vector]), Array(9).fill(0.5));
});

Deno.test("clipByNorm() does not overflow where the squares would", () => {
  assertClose(updatesOf(clipByNorm({ maxNorm: 1 }), [[3e38, 0]])[0], [1, 0], { relative: 1e-6 });
});

Deno.test("clipByNorm() throws for a norm that is not above 0", () => {
  for (const maxNorm of [0, -1, NaN]) {
    assertThrows(
      () => clipByNorm({ maxNorm }),
      RangeError,
      "Cannot create clipByNorm as maxNorm must be a number above 0",
    );
  }
});
