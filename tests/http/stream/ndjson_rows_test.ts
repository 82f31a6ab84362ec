import { assertEquals } from "@std/assert";
import { ndjsonRows } from "../../../lib/http/stream/ndjson_rows.ts";

Deno.test("ndjsonRows() parses each line that is not blank, by its number", () => {
  const { push, end } = ndjsonRows(20);
  assertEquals([...push('{"a":1}\r\n\n  \n[2'), ...push("]\n"), ...end()], [
    { line: 1, length: 7, value: { a: 1 } },
    { line: 4, length: 3, value: [2] },
  ]);
});

Deno.test("ndjsonRows() makes faulty rows of what is malformed or too long, and tells nothing of it", () => {
  const { push, end } = ndjsonRows(20);
  const rows = [...push('{"a":secret}\n"0123456789012345678901"\n1\n'), ...push("[1"), ...end()];
  assertEquals(rows.map(({ line, value, fault }) => [line, value, fault?.field, fault?.rule, fault?.value]), [
    [1, undefined, "line 1", "be JSON, which it is not from position 5 on", undefined],
    [2, undefined, "line 2", "have 20 characters at most", undefined],
    [3, 1, undefined, undefined, undefined],
    [4, undefined, "line 4", "be JSON, which it is not from position 2 on", undefined],
  ]);
});
