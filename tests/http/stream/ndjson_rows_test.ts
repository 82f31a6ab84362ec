import type { Sample } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { ndjsonRows } from "../../../lib/http/stream/ndjson_rows.ts";
import { createLineReader } from "../../../lib/http/sample/create_line_reader.ts";
import { objectsOf, type RowSplitter } from "../../../lib/http/stream/row_list.ts";
import { SampleRows } from "../../../lib/http/stream/sample_rows.ts";

/** The rows of the pieces, each as line, length and value, or what is wrong with it. */
function rowsOf({ push, end }: RowSplitter, ...pieces: string[]): unknown[] {
  const rows = [...pieces.map((piece) => push(new TextEncoder().encode(piece))), end()].flatMap(objectsOf);
  return rows.map(({ line, length, value, fault }) => [line, length, fault?.rule ?? value, fault?.field, fault?.value]);
}

Deno.test("ndjsonRows() parses each line that is not blank, by its number", () => {
  assertEquals(rowsOf(ndjsonRows(20), '{"a":1}\r\n\n  \n[2', "]\n"), [
    [1, 8, { a: 1 }, undefined, undefined],
    [4, 3, [2], undefined, undefined],
  ]);
});

Deno.test("ndjsonRows() makes faulty rows of what is malformed or too long, and tells nothing of it", () => {
  const rows = rowsOf(ndjsonRows(20), '{"a":secret}\n"0123456789012345678901"\n1\n', "[1");
  assertEquals(rows, [
    [1, 12, "be JSON, which it is not from position 5 on", "line 1", undefined],
    [2, 0, "have 20 bytes at most", "line 2", undefined],
    [3, 1, 1, undefined, undefined],
    [4, 2, "be JSON, which it is not from position 2 on", "line 4", undefined],
  ]);
});

/** Lines that the reader reads, and others; what is given in pieces, and how many rows each piece has in columns. */
function columnsOf(...pieces: string[]): { columns: number[]; rows: unknown[] } {
  const { push, end } = ndjsonRows(40, createLineReader(1));
  const all = [...pieces.map((piece) => push(new TextEncoder().encode(piece))), end()];
  const rows = all.flatMap(objectsOf).map(({ line, length, value, fault }) => {
    const features = (value as Sample | undefined)?.features;
    return [line, length, fault?.rule ?? (features === undefined ? value : Array.from(features as number[]))];
  });
  return { columns: all.map((found) => found instanceof SampleRows ? found.length : 0), rows };
}

Deno.test("ndjsonRows() has the samples of a piece in columns that a reader reads", () => {
  const line = (x: number) => `{"features":[${x}],"target":1}\n`;
  assertEquals(columnsOf(line(1) + line(2) + '{"fea', `tures":[3],"target":1}\n`, '{"features":[4],"target":1}'), {
    columns: [2, 1, 0, 1],
    rows: [1, 2, 3, 4].map((x) => [x, 27, [x]]),
  });
});

Deno.test("ndjsonRows() has rows as objects, in their order, where not all of a piece are such samples on lines that follow", () => {
  const line = (x: number) => `{"features":[${x}],"target":1}\n`;
  assertEquals(columnsOf(line(1) + "[2]\n" + line(3) + line(4), line(5), "\n" + line(7) + line(8)), {
    columns: [0, 1, 2, 0],
    rows: [[1, 27, [1]], [2, 3, [2]], [3, 27, [3]], [4, 27, [4]], [5, 27, [5]], [7, 27, [7]], [8, 27, [8]]],
  });
  assertEquals(columnsOf(line(1) + "\n" + line(3) + "x\n" + " ".repeat(20) + line(5)), {
    columns: [0, 0],
    rows: [
      [1, 27, [1]],
      [3, 27, [3]],
      [4, 1, "be JSON, which it is not from position 0 on"],
      [5, 0, "have 40 bytes at most"],
    ],
  });
});

Deno.test("ndjsonRows() keeps samples close together, also where lines between them are none", () => {
  const lines = '{"features":[1],"target":1}\n[2]\n'.repeat(5000);
  const { push } = ndjsonRows(40, createLineReader(1));
  const rows = objectsOf(push(new TextEncoder().encode(lines)));
  const features = rows.map(({ value }) => (value as { features?: Float32Array }).features);
  const buffers = new Set(features.map((numbers) => numbers?.buffer));
  const bytes = Array.from(buffers, (buffer) => buffer?.byteLength ?? 0).reduce((sum, length) => sum + length, 0);
  assertEquals([rows.length, bytes <= 2 ** 17], [10_000, true]);
});
