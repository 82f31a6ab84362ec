import { formFault } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { replayItemBytes, replayItemForm } from "../../lib/learner/replay_item.ts";

const dense = {
  input: Float64Array.of(1, NaN),
  earlier: [Float32Array.of(3)],
  target: Float32Array.of(0, 1),
  weight: 2,
};
const sparse = { ...dense, input: { indices: Uint32Array.of(7), values: Float64Array.of(0.5) }, earlier: [] };

Deno.test("replayItemBytes() counts the item and the reference to it", () => {
  const [input, earlier, target, weight] = [8 + 16 + 16, 8 + 16 + 8 + 16 + 4, 8 + 16 + 8, 8 + 8];
  assertEquals(replayItemBytes(dense), 8 + 16 + input + earlier + target + weight);
  const indices = 8 + 16 + 4;
  const values = 8 + 16 + 8;
  assertEquals(replayItemBytes(sparse), 8 + 16 + (8 + 16 + indices + values) + (8 + 16) + target + weight);
});

Deno.test("replayItemForm is that of dense and of sparse items, and of nothing else", () => {
  assertEquals(formFault(dense, replayItemForm, "item"), undefined);
  assertEquals(formFault(sparse, replayItemForm, "item"), undefined);
  const { weight: _, ...light } = dense;
  assertEquals(formFault(light, replayItemForm, "item")?.startsWith("item must be an object with keys"), true);
  const wrong = { ...dense, earlier: [Float64Array.of(3)] };
  assertEquals(
    formFault(wrong, replayItemForm, "item"),
    "item.earlier[0] must be an array of float32: current value is [object Float64Array]",
  );
});
