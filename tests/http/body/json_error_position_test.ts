import { assertEquals } from "@std/assert";
import { jsonErrorPosition } from "../../../lib/http/body/json_error_position.ts";

const mistakes: [text: string, position: number][] = [
  ["", 0],
  ["  ", 2],
  ["{", 1],
  ['{"a":1', 6],
  ['{"a" 1}', 5],
  ['{"a":1,}', 7],
  ["{,}", 1],
  ["{a:1}", 1],
  ['{"a":{"b":[1,2 3]}}', 15],
  ["[1,2,]", 5],
  ["[,1]", 1],
  ["[1}", 2],
  ["[NaN]", 1],
  ["[1, Infinity]", 4],
  ["[01]", 2],
  ["1 2", 2],
  ["{} x", 3],
  ["'a'", 0],
  ['["a\n"]', 1],
  ['["\\x"]', 1],
  ['"open', 0],
  ["true false", 5],
  ['["a":1]', 4],
  ['{"a":1:2}', 6],
  ['{"a":"b" "c"}', 9],
];
for (const [text, position] of mistakes) {
  Deno.test(`jsonErrorPosition() of ${JSON.stringify(text)} is ${position}`, () => {
    assertEquals(jsonErrorPosition(text), position);
  });
}

Deno.test("jsonErrorPosition() finds no mistake in JSON", () => {
  const values = [null, true, [], {}, 'a"\\\u2028\n', -1.5e-7, { a: [1, { b: "" }, []], "": { c: null } }, [[[[0]]]]];
  for (const value of values) {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2), '"\\u00e9\\/"', "\t1E+5\r\n"]) {
      assertEquals(jsonErrorPosition(text), text.length);
    }
  }
});

Deno.test("jsonErrorPosition() says of every beginning of a JSON text where it ends or breaks off", () => {
  const text = '{"features":[0.5,-1e3],"target":"red","ok":true}';
  for (let end = 0; end < text.length; end++) {
    const position = jsonErrorPosition(text.slice(0, end));
    assertEquals(position <= end && text.slice(position, end).match(/[{}[\],:]/) === null, true);
  }
});

Deno.test("jsonErrorPosition() goes through deep and long texts", () => {
  assertEquals(jsonErrorPosition("[".repeat(1_000_000)), 1_000_000);
  assertEquals(jsonErrorPosition(`["${"a".repeat(4_000_000)}" 1]`), 4_000_004);
  assertEquals(jsonErrorPosition(`["${"\\n".repeat(2_000_000)}" 1]`), 4_000_004);
});
