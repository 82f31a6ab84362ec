import { DenseSamples } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { readRow } from "../../../lib/http/stream/row.ts";
import { bytesOf, idOf, joinRows, lengthOf, lineOf, objectsOf } from "../../../lib/http/stream/row_list.ts";
import { SampleRows } from "../../../lib/http/stream/sample_rows.ts";

/** Rows in columns: a sample of one number for each length, which is its target as well. */
function columns(line: number, lengths: number[], more: { ids?: string[]; weights?: number[] } = {}): SampleRows {
  return new SampleRows(
    line,
    lengths,
    new DenseSamples({ inputs: 1, features: Float32Array.from(lengths), targets: lengths, ...more }),
  );
}

const objects = [readRow(3, 10, { id: "a" }), readRow(5, 20, [1]), readRow(6, 0, null), readRow(7, 5, { id: 7 })];

Deno.test("lineOf(), lengthOf(), bytesOf() and idOf() tell of rows, as objects and in columns", () => {
  const rows = columns(3, [10, 20], { ids: ["x", "y"] });
  assertEquals([lineOf(rows, 1), lengthOf(rows, 1), bytesOf(rows), idOf(rows, 1)], [4, 20, 30, "y"]);
  assertEquals([lineOf(objects, 1), lengthOf(objects, 1), bytesOf(objects)], [5, 20, 35]);
  assertEquals(objects.map((_, i) => idOf(objects, i)), ["a", undefined, undefined, undefined]);
  assertEquals([idOf(columns(1, [1]), 0), bytesOf([])], [undefined, 0]);
});

Deno.test("joinRows() keeps columns whose lines follow one upon the other", () => {
  const all = [columns(1, [1, 2]), columns(3, [3], { ids: ["c"] }), columns(4, [4, 5], { weights: [2, 3] })];
  const joined = joinRows(all) as SampleRows;
  assertEquals(joined instanceof SampleRows, true);
  assertEquals([joined.line, joined.lengths], [1, [1, 2, 3, 4, 5]]);
  const { features, targets, weights, ids } = joined.samples;
  assertEquals([[...features], targets], [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]);
  assertEquals([weights, ids], [[1, 1, 1, 2, 3], [undefined, undefined, "c", undefined, undefined]]);
  assertEquals(joinRows([all[0]]) === all[0], true);
});

Deno.test("joinRows() makes objects of other rows, in their order", () => {
  const [first, second] = [columns(1, [1]), columns(3, [3])];
  assertEquals(joinRows([first, second]), [...first.toRows(), ...second.toRows()]);
  assertEquals(joinRows([first, objects, columns(8, [8])]), [
    ...first.toRows(),
    ...objects,
    ...columns(8, [8]).toRows(),
  ]);
  assertEquals(objectsOf(joinRows([objects, objects])).length, 8);
});
