import { assertEquals, assertThrows } from "@std/assert";
import { csvRows } from "../../../lib/http/stream/csv_rows.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const encoder = new TextEncoder();

/** The rows of the pieces, each as its line and its fields, or what is wrong with it. */
function rows(pieces: string[], most = 30): unknown[] {
  const { push, end } = csvRows(most, (names) => (fields) => fields.map((field, i) => `${names[i]}=${field}`));
  const all = [...pieces.flatMap((piece) => push(encoder.encode(piece))), ...end()];
  return all.map(({ line, value, fault }) => [line, fault?.rule ?? value]);
}

Deno.test("csvRows() reads rows wherever the pieces end", () => {
  const text = 'a,b\r\n1,2\n\n"x\n\ny","say ""yes"""\n3,4';
  const expected = [[2, ["a=1", "b=2"]], [4, ["a=x\n\ny", 'b=say "yes"']], [7, ["a=3", "b=4"]]];
  for (let size = 1; size <= text.length; size++) {
    const pieces = Array.from(
      { length: Math.ceil(text.length / size) },
      (_, i) => text.slice(i * size, (i + 1) * size),
    );
    assertEquals(rows(pieces), expected);
  }
});

Deno.test("csvRows() makes faulty rows of what is malformed, too short or too long, and goes on", () => {
  assertEquals(rows(['a,b\n1\n1,2,3\n1,x"y"\n1,', "0".repeat(40), "\n1,2\n"]), [
    [2, "have 2 fields, one a column"],
    [3, "have 2 fields, one a column"],
    [4, "have its quotes around whole fields"],
    [5, "have 30 bytes at most"],
    [6, ["a=1", "b=2"]],
  ]);
});

Deno.test("csvRows() gives up a quote that does not end before the row is too long, or the body is over", () => {
  const long = `"${"0123456\n".repeat(5)}`;
  assertEquals(rows([`a\n${long}`]).slice(0, 1), [[2, "have 30 bytes at most"]]);
  assertEquals(rows(['a\n1\n"open\n2']), [[2, ["a=1"]], [3, "have its quotes around whole fields"]]);
});

Deno.test("csvRows() takes as long for a quoted field of many lines as for a long one", () => {
  const { push, end } = csvRows(3_000_000, () => (fields) => fields[0].length);
  const start = performance.now();
  const all = [...push(encoder.encode(`a\n"${"\n".repeat(300_000)}"\n`)), ...end()];
  assertEquals([all[0].value, performance.now() - start < 15_000], [300_000, true]);
});

Deno.test("csvRows() refuses a body without names, or with one twice", () => {
  for (const pieces of [[], ["\n\n"], ['"a\n'], ['a"\n1\n'], ["a".repeat(31)]]) {
    const error = assertThrows(() => rows(pieces), RequestError);
    assertEquals(error.problem, {
      status: 400,
      title: "Bad Request",
      detail: "Cannot read the body as its first row must name the columns",
    });
  }
  assertThrows(() => rows(["a,b,a\n"]), RequestError, "Cannot read the body as the names of its columns must differ");
});
