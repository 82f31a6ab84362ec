import { assertEquals } from "@std/assert";
import type { KeptResults, SimdKernel } from "../../lib/kernel/mod.ts";
import { createRows } from "../../lib/learner/rows.ts";

/** A kernel whose newest output counts up from a number. */
function kernelWith(first: number, units: number): SimdKernel {
  const output = (out: Float32Array, offset: number) => {
    for (let j = 0; j < units; j++) out[offset + j] = first + j;
  };
  return { output } as SimdKernel;
}

Deno.test("createRows() takes outputs row by row, and costs", () => {
  const rows = createRows(2);
  rows.add(0.5, kernelWith(10, 2));
  rows.add(0.25, kernelWith(20, 2));
  const { outputs, costs } = rows.take();
  assertEquals([[...outputs], [...costs]], [[10, 11, 20, 21], [0.5, 0.25]]);
});

Deno.test("createRows() grows with the number of rows", () => {
  for (const count of [0, 1, 341, 342, 343, 1000]) {
    const rows = createRows(3);
    for (let i = 0; i < count; i++) rows.add(i, kernelWith(3 * i, 3));
    const { outputs, costs } = rows.take();
    assertEquals([...outputs], Array.from({ length: 3 * count }, (_, i) => i));
    assertEquals([...costs], Array.from({ length: count }, (_, i) => i));
  }
});

Deno.test("createRows() lets the kernel write what it has put aside, and tells which of all it has refused", () => {
  const rows = createRows(2);
  rows.add(0.5, kernelWith(10, 2));
  const input = Float32Array.of(NaN);
  const kept = (count: number, refused?: Float32Array) => {
    const learnKept = (into: KeptResults) => {
      for (let i = 0; i < count; i++, into.count++) into.costs[into.count] = into.outputs[2 * into.count + 1] = i;
      return refused;
    };
    return { mostKept: count, learnKept } as SimdKernel;
  };
  assertEquals(rows.addKept(kept(2000)), undefined);
  assertEquals(rows.addKept(kept(3, input)), { input, index: 2004 });
  const { outputs, costs } = rows.take();
  assertEquals([outputs.length, [...outputs.slice(-6)], costs.length], [4008, [0, 0, 0, 1, 0, 2], 2004]);
  assertEquals([costs[0], costs[2000], costs[2003]], [0.5, 1999, 2]);
});
