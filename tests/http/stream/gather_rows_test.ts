import { assertEquals } from "@std/assert";
import { gatherRows } from "../../../lib/http/stream/gather_rows.ts";
import { splitLines } from "../../../lib/http/stream/split_lines.ts";

Deno.test("gatherRows() gives the rows of each piece, once", () => {
  const { push, end } = gatherRows((add) =>
    splitLines(10, (text, line) => add({ line, length: text.length, value: text }))
  );
  const values = (rows: ReturnType<typeof end>) => rows.map(({ line, value }) => `${line}:${value}`);
  assertEquals([push("a\nb\nc"), push(""), push("d\n"), end(), end()].map(values), [
    ["1:a", "2:b"],
    [],
    ["3:cd"],
    [],
    [],
  ]);
});
