import { assertEquals } from "@std/assert";
import { writeExample } from "../../../lib/http/docs/write_example.ts";

Deno.test("writeExample() writes objects over lines, and lists of plain values on one", () => {
  const example = { a: [1, "b", null], c: [{ d: 1 }, []], e: {}, "f g": { h: true } };
  assertEquals(
    writeExample(example),
    [
      "{",
      '  "a": [1, "b", null],',
      '  "c": [',
      "    {",
      '      "d": 1',
      "    },",
      "    []",
      "  ],",
      '  "e": {},',
      '  "f g": {',
      '    "h": true',
      "  }",
      "}",
    ].join("\n"),
  );
  assertEquals(JSON.parse(writeExample(example)), example);
});

Deno.test("writeExample() leaves a text as it is", () => {
  assertEquals(writeExample('a\n"b"'), 'a\n"b"');
  assertEquals([writeExample(1), writeExample(null)], ["1", "null"]);
});
