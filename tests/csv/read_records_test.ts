import { assertEquals, assertRejects } from "@std/assert";
import type { CsvOptions } from "../../lib/csv/from_csv.ts";
import { readRecords } from "../../lib/csv/read_records.ts";

async function recordsOf(text: string, options: CsvOptions = {}): Promise<unknown[]> {
  const records = await Array.fromAsync(readRecords(ReadableStream.from([text]), options));
  return records.map((record) => record instanceof Error ? `${record.name}: ${record.message}` : record);
}

Deno.test("readRecords() names fields by the first row or by the given columns", async () => {
  assertEquals(await recordsOf("a,b\n1,2\n"), [{ a: "1", b: "2" }]);
  assertEquals(await recordsOf("1,2\n3,4\n", { columns: ["a", "b"] }), [{ a: "1", b: "2" }, { a: "3", b: "4" }]);
  assertEquals(await recordsOf("__proto__\n1\n"), [Object.fromEntries([["__proto__", "1"]])]);
});

Deno.test("readRecords() of no text, and of names only, gives none", async () => {
  assertEquals([await recordsOf(""), await recordsOf("a,b\n")], [[], []]);
});

Deno.test("readRecords() gives an error for a row with a wrong number of fields and goes on", async () => {
  assertEquals(await recordsOf("a,b\n1,2\n3\n4,5,6\n7,8"), [
    { a: "1", b: "2" },
    'SyntaxError: Cannot read line 3 as a row must hold 2 fields: current value is 1, "3"',
    'SyntaxError: Cannot read line 4 as a row must hold 2 fields: current value is 3, "4,5,6"',
    { a: "7", b: "8" },
  ]);
});

Deno.test("readRecords() fails if names cannot be read or are not different, and cancels the stream", async () => {
  const message = 'Cannot read CSV as the names of columns must differ: current value is "a" twice';
  await assertRejects(() => recordsOf("a,b,a\n1,2,3\n"), SyntaxError, message);
  await assertRejects(() => recordsOf("1,2\n", { columns: ["a", "a"] }), SyntaxError, message);
  await assertRejects(() => recordsOf('a"b\n1,2\n'), SyntaxError, "Cannot read line 1 as quotes must enclose a field");

  const cancelled: unknown[] = [];
  const stream = new ReadableStream<string>({
    start: (controller) => controller.enqueue("a,a\n"),
    cancel: (reason) => void cancelled.push(reason),
  });
  await assertRejects(() => readRecords(stream, {}).getReader().read(), SyntaxError, message);
  assertEquals([cancelled.length, stream.locked], [1, false]);
});
