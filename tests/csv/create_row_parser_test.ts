import { assertEquals, assertRejects } from "@std/assert";
import { createRowParser } from "../../lib/csv/create_row_parser.ts";

Deno.test("createRowParser() gives the fields of each row as soon as it is given the row", async () => {
  const parse = createRowParser(",");
  assertEquals(await parse("a,b,c"), ["a", "b", "c"]);
  assertEquals(await parse('"x, ""y""","two\nlines",'), ['x, "y"', "two\nlines", ""]);
  assertEquals(await parse(" "), [" "]);
});

Deno.test("createRowParser() takes another separator", async () => {
  assertEquals(await createRowParser("\t")("a,b\tc"), ["a,b", "c"]);
});

Deno.test("createRowParser() goes on after a malformed row", async () => {
  const parse = createRowParser(",");
  assertEquals(await parse("1,2"), ["1", "2"]);
  await assertRejects(() => parse('3"4",5'), SyntaxError, 'bare " in non-quoted-field');
  await assertRejects(() => parse('"3"4,"5'), SyntaxError, 'extraneous or missing " in quoted-field');
  assertEquals(await parse("6,7"), ["6", "7"]);
});
