import { DenseSamples } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";

const features = Float32Array.of(1, 2, 3, 4, 5, 6);
const plain = new DenseSamples({ inputs: 2, features, targets: [0.5, "spam", true] });
const full = new DenseSamples({
  inputs: 2,
  features,
  targets: [1, 2, 3],
  weights: [1, 0.5, 2],
  ids: ["a", undefined, "c"],
});

Deno.test("DenseSamples gives samples as objects", () => {
  assertEquals(plain.length, 3);
  assertEquals([...plain], [
    { features: Float32Array.of(1, 2), target: 0.5 },
    { features: Float32Array.of(3, 4), target: "spam" },
    { features: Float32Array.of(5, 6), target: true },
  ]);
  assertEquals(full.at(0), { features: Float32Array.of(1, 2), target: 1, weight: 1, id: "a" });
  assertEquals(full.at(1), { features: Float32Array.of(3, 4), target: 2, weight: 0.5 });
  assertEquals([plain.at(-1), plain.at(3), plain.at(0.5), plain.at(NaN)], [undefined, undefined, undefined, undefined]);
});

Deno.test("DenseSamples.slice() gives some of the samples, with all that belongs to them", () => {
  assertEquals([...full.slice(1)], [...full].slice(1));
  assertEquals([...full.slice(0, 2)], [...full].slice(0, 2));
  assertEquals([full.slice(2, 2).length, plain.slice(1, 3).slice(1).at(0)], [0, plain.at(2)]);
  assertEquals((full.slice(1).at(0)!.features as Float32Array).buffer === features.buffer, true);
});

Deno.test("DenseSamples may be none, and of no inputs", () => {
  assertEquals([...new DenseSamples({ inputs: 2, features: new Float32Array(0), targets: [] })], []);
  const [sample] = new DenseSamples({ inputs: 0, features: new Float32Array(0), targets: [1] });
  assertEquals(sample, { features: new Float32Array(0), target: 1 });
});

Deno.test("DenseSamples must have as many of everything", () => {
  const message = (changed: object) =>
    assertThrows(() => new DenseSamples({ inputs: 2, features, targets: [1, 2, 3], ...changed }), RangeError).message;
  assertEquals([{ inputs: 3 }, { targets: [1] }, { weights: [1] }, { ids: [] }].map(message), [
    "Cannot use samples as features must hold 9 values: current value is 6",
    "Cannot use samples as features must hold 2 values: current value is 6",
    "Cannot use samples as weights must hold 3 values: current value is 1",
    "Cannot use samples as ids must hold 3 values: current value is 0",
  ]);
});
