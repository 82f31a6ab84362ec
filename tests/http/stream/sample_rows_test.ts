import { DenseSamples } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { SampleRows } from "../../../lib/http/stream/sample_rows.ts";

const samples = new DenseSamples({ inputs: 1, features: Float32Array.of(1, 2, 3), targets: [4, 5, 6] });
const rows = new SampleRows(7, [30, 31, 32], samples);

Deno.test("SampleRows gives each row as an object", () => {
  assertEquals(rows.length, 3);
  assertEquals(rows.toRows().map((row) => ({ ...row })), [
    { line: 7, length: 30, value: { features: Float32Array.of(1), target: 4 } },
    { line: 8, length: 31, value: { features: Float32Array.of(2), target: 5 } },
    { line: 9, length: 32, value: { features: Float32Array.of(3), target: 6 } },
  ]);
});

Deno.test("SampleRows.slice() gives some of the rows, by their numbers", () => {
  assertEquals(rows.slice(1, 3).toRows(), rows.toRows().slice(1));
  assertEquals([rows.slice(1, 1).length, rows.slice(0, 1).line], [0, 7]);
});
