import { assertEquals, assertThrows } from "@std/assert";
import type { CsvOptions } from "../../lib/csv/from_csv.ts";
import { readRows } from "../../lib/csv/read_rows.ts";

/** The fields of each row behind the number of its line, or the message of what is wrong with it. */
async function rowsOf(chunks: Iterable<string | Uint8Array>, options: CsvOptions = {}): Promise<unknown[]> {
  const rows = readRows(ReadableStream.from(chunks), options);
  const found: unknown[] = [];
  for (let row = await rows.next(); row !== undefined; row = await rows.next()) {
    found.push(row instanceof Error ? `${row.name}: ${row.message}` : [row.line, ...row.fields]);
  }
  return found;
}

const quotes = "as quotes must enclose a field and be doubled within it: current value is";

Deno.test("readRows() numbers rows by their first line; empty lines are none", async () => {
  assertEquals(await rowsOf(['a,b\n\n"c\n\nd",e\r\n', "f,g"]), [[1, "a", "b"], [3, "c\n\nd", "e"], [6, "f", "g"]]);
  assertEquals(await rowsOf([]), []);
  assertEquals(await rowsOf(["\n\r\n"]), []);
});

Deno.test("readRows() gives the same rows wherever the chunks end", async () => {
  const text = 'näme,"quo""te"\r\n"two\r\nlines",🧠\n,\n';
  const expected = [[1, "näme", 'quo"te'], [2, "two\nlines", "🧠"], [4, "", ""]];
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 5, 100]) {
    const chunks: Uint8Array[] = [];
    for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.slice(start, start + size));
    assertEquals(await rowsOf(chunks), expected);
  }
});

Deno.test("readRows() goes on with the line after one whose quotes are misplaced", async () => {
  assertEquals(await rowsOf(['a,b\nc"d,e\nf,g\nh,"i"j\nk,l\n']), [
    [1, "a", "b"],
    `SyntaxError: Cannot read line 2 ${quotes} "c\\"d,e"`,
    [3, "f", "g"],
    `SyntaxError: Cannot read line 4 ${quotes} "h,\\"i\\"j"`,
    [5, "k", "l"],
  ]);
});

Deno.test("readRows() tells of a quote that is never closed", async () => {
  assertEquals(await rowsOf(['a,b\n"c,d\ne,f']), [
    [1, "a", "b"],
    `SyntaxError: Cannot read line 2 ${quotes} "\\"c,d"`,
    [3, "e", "f"],
  ]);
});

Deno.test("readRows() tells of rows that are too long, in one line or in several", async () => {
  const rule = "as a row must hold at most 8 characters: current value begins with";
  assertEquals(
    await rowsOf(['a,b\n123456789,10\nc,d\n"e\nf\ng\nh\ni\nj",k\nl\n'], { maxLength: 8 }).then((r) => r.slice(0, 4)),
    [
      [1, "a", "b"],
      `RangeError: Cannot read line 2 ${rule} "12345678"`,
      [3, "c", "d"],
      `RangeError: Cannot read line 4 ${rule} "\\"e"`,
    ],
  );
});

Deno.test("readRows() rejects a separator that is not one character or ends fields otherwise", () => {
  for (const separator of ["", ",,", '"', "\n", "\r"]) {
    const stream = new ReadableStream<string>();
    assertThrows(
      () => readRows(stream, { separator }),
      RangeError,
      "Cannot read CSV as separator must be one character, not a quote or a line break: current value is " +
        JSON.stringify(separator),
    );
    assertEquals(stream.locked, false);
  }
});

Deno.test("readRows() releases the stream at its end, and when it is cancelled", async () => {
  const ended = ReadableStream.from(["a\n"]);
  const rows = readRows(ended, {});
  await rows.next();
  assertEquals(await rows.next(), undefined);
  await rows.cancel("late");
  assertEquals(ended.locked, false);

  const cancelled: unknown[] = [];
  const idle = new ReadableStream<string>({ cancel: (reason) => void cancelled.push(reason) });
  const waiting = readRows(idle, {});
  waiting.next().catch(() => {});
  await waiting.cancel("enough");
  assertEquals([cancelled, idle.locked], [["enough"], false]);
});
