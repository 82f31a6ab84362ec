import { createNetwork, plainBytes } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("plainBytes() counts numbers, characters, references and what holds them", () => {
  assertEquals([0, NaN, -Infinity, true, null, undefined].map(plainBytes), [8, 8, 8, 8, 8, 8]);
  assertEquals(["", "ab", "äß"].map(plainBytes), [0, 4, 4]);
  assertEquals([{}, [], new Float32Array(0)].map(plainBytes), [16, 16, 16]);
  assertEquals(plainBytes([1, 2, 3]), 16 + 3 * (8 + 8));
  assertEquals(plainBytes({ a: 1, name: "abc" }), 16 + (8 + 8) + (8 + 6));
  assertEquals(plainBytes({ input: new Float64Array(3), list: [Uint8Array.of(1, 2)] }), 16 + 8 + 40 + 8 + 16 + 8 + 18);
});

Deno.test("plainBytes() counts a buffer once, from the first byte that is shown to the last", () => {
  const { buffer } = new Float32Array(100);
  const [first, last, whole] = [[0, 2], [40, 2], [0, 100]].map(([at, size]) => new Float32Array(buffer, 4 * at, size));
  assertEquals(plainBytes(first), 16 + 8);
  assertEquals(plainBytes([first, first]), 16 + 2 * (8 + 16) + 8);
  assertEquals(plainBytes([first, last]), 16 + 2 * (8 + 16) + 4 * 42);
  for (const views of [[first, whole], [whole, first], [last, first, whole]]) {
    assertEquals(plainBytes(views), 16 + views.length * (8 + 16) + 400);
  }
});

Deno.test("plainBytes() counts the parameters of a network once, in whatever order its keys are", () => {
  const network = createNetwork({ inputs: 100, layers: [{ units: 50 }, { units: 10 }] });
  const { parameters, layers, ...rest } = network;
  const small = createNetwork({ inputs: 1, layers: [{ units: 1 }, { units: 1 }] });
  const grown = 4 * (parameters.length - small.parameters.length);
  assertEquals(plainBytes(network), plainBytes(small) + grown);
  assertEquals(plainBytes({ layers, ...rest, parameters }), plainBytes(network));
  assertEquals(plainBytes({ parameters, ...rest, layers }), plainBytes(network));
  assertEquals(plainBytes(structuredClone(network)), plainBytes(network));
});
