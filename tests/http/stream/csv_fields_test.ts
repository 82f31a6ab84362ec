import { assertEquals } from "@std/assert";
import { csvFields } from "../../../lib/http/stream/csv_fields.ts";

Deno.test("csvFields() reads fields in quotes and without", () => {
  assertEquals(csvFields("a,b,,c"), ["a", "b", "", "c"]);
  assertEquals(csvFields('"a,b",c,"say ""yes""","",x'), ["a,b", "c", 'say "yes"', "", "x"]);
  assertEquals(csvFields('"two\nlines",1'), ["two\nlines", "1"]);
  assertEquals(csvFields('"a",'), ["a", ""]);
  assertEquals(csvFields(""), [""]);
});

Deno.test("csvFields() refuses quotes that stand anywhere else", () => {
  for (const row of ['a"b', '"a"b', '"a', 'a,"b" ,c', '"""', '"a""']) assertEquals(csvFields(row), undefined, row);
});

Deno.test("csvFields() goes through long fields", () => {
  const quotes = '""'.repeat(500_000);
  assertEquals(csvFields(`"${quotes}",b`), ['"'.repeat(500_000), "b"]);
});
