import { assertEquals } from "@std/assert";
import { gatherRows } from "../../../lib/http/stream/gather_rows.ts";
import { splitLines } from "../../../lib/http/stream/split_lines.ts";

Deno.test("gatherRows() gives the rows of each piece, once", () => {
  const { push, end } = gatherRows((add) =>
    splitLines(10, ({ bytes, start, end }, line) => add({ line, length: end - start, value: bytes[start] }))
  );
  const values = (rows: ReturnType<typeof end>) => rows.map(({ line, value }) => `${line}:${value}`);
  const give = (piece: string) => push(new TextEncoder().encode(piece));
  assertEquals([give("a\nb\nc"), give(""), give("d\n"), end(), end()].map(values), [
    ["1:97", "2:98"],
    [],
    ["3:99"],
    [],
    [],
  ]);
});
