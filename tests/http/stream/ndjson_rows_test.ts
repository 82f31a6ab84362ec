import type { Sample } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { ndjsonRows } from "../../../lib/http/stream/ndjson_rows.ts";
import type { Row, RowSplitter } from "../../../lib/http/stream/row.ts";

/** The rows of the pieces, each as line, length and value, or what is wrong with it. */
function rowsOf({ push, end }: RowSplitter, ...pieces: string[]): unknown[] {
  const rows: Row[] = [...pieces.flatMap((piece) => push(new TextEncoder().encode(piece))), ...end()];
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

Deno.test("ndjsonRows() takes the samples that a reader reads, unless their lines are too long", () => {
  const sample: Sample = { features: [7], target: 7 };
  const reader = {
    end: 0,
    read(bytes: Uint8Array, start: number): Sample | undefined {
      reader.end = bytes.indexOf(10, start) + 1;
      return bytes[start] === "7".charCodeAt(0) ? sample : undefined;
    },
  };
  assertEquals(rowsOf(ndjsonRows(3, reader), "7\n1\n777\n7777\n7", "7\n7"), [
    [1, 1, sample, undefined, undefined],
    [2, 1, 1, undefined, undefined],
    [3, 3, sample, undefined, undefined],
    [4, 0, "have 3 bytes at most", "line 4", undefined],
    [5, 2, sample, undefined, undefined],
    [6, 1, sample, undefined, undefined],
  ]);
});
