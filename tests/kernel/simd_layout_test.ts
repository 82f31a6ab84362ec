import { assertEquals } from "@std/assert";
import { layOutNetwork } from "../../lib/kernel/simd_layout.ts";

const plan = {
  inputs: 3,
  layers: [{ units: 5, activation: "relu" }, { units: 1, activation: "sigmoid" }],
  memories: 2,
};

Deno.test("layOutNetwork() rounds units up to lanes of four, but not a single one", () => {
  const [input, hidden, output] = layOutNetwork(plan).tables[0];
  assertEquals([input.units, hidden.stride, output.stride], [3, 32, 4]);
  assertEquals([hidden.activation, output.activation], [2, 0]);
});

Deno.test("layOutNetwork() puts nothing on top of anything else", () => {
  const { tables, parameters, blockBytes, target, targetBytes, costs, rows, steps, bytes } = layOutNetwork(plan);
  const areas: [from: number, length: number][] = [[parameters, blockBytes * 4], [target, 4 * targetBytes], [
    costs,
    32,
  ]];
  areas.push([rows.start, rows.most * rows.bytes], [rows.outputs, rows.most * 4], [rows.costs, rows.most * 4]);
  areas.push([steps, 4096 * 48 + 4 * 4]);
  for (const [s, table] of tables.entries()) {
    for (const { units, weightedInputs, activations, slopes, delta, exact } of table) {
      const lanes = Math.ceil(units / 4) * 4;
      for (const at of [weightedInputs, slopes, delta]) areas.push([at, lanes * 4]);
      for (const at of s === 0 ? activations : activations.slice(0, 1)) areas.push([at - 16, 16 + lanes * 4]);
      areas.push([exact, lanes * 8]);
    }
  }
  areas.sort(([a], [b]) => a - b);
  for (const [i, [from, length]] of areas.entries()) {
    assertEquals(from % 16, 0);
    assertEquals(from + length <= (areas[i + 1]?.[0] ?? bytes), true, `${from} and ${length} bytes`);
  }
});

Deno.test("layOutNetwork() shares the weights between the samples that are worked on side by side", () => {
  const { tables } = layOutNetwork(plan);
  assertEquals(tables.length, 4);
  for (const table of tables) {
    assertEquals(
      table.map(({ weights }) => weights),
      tables[0].map(({ weights }) => weights),
    );
  }
  assertEquals(new Set(tables.map(([, hidden]) => hidden.delta)).size, 4);
});

Deno.test("layOutNetwork() has rows for as many samples as fit in 16 KiB, 128 at most and one at least", () => {
  const rows = (inputs: number) => layOutNetwork({ ...plan, inputs }).rows;
  assertEquals(rows(3), { ...rows(3), bytes: 16 + 16 + 16 + 48, most: 128, input: 16, target: 32, numbers: 48 });
  assertEquals([784, 4000, 5000].map((inputs) => rows(inputs).most), [5, 1, 1]);
});
