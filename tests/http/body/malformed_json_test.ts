import { assertEquals } from "@std/assert";
import { malformedJson } from "../../../lib/http/body/malformed_json.ts";

const start = "Cannot read the body as it must be JSON: ";

Deno.test("malformedJson() has the position of the mistake, where the runtime tells it", () => {
  const words = "Expected ',' or ']' after array element in JSON at position 14 (line 1 column 15)";
  assertEquals(malformedJson(new SyntaxError(words)).problem, {
    status: 400,
    title: "Bad Request",
    detail: start + words,
    position: 14,
  });
});

Deno.test("malformedJson() has what stands around the mistake, where the runtime shows that", () => {
  const words = `Unexpected token 'N', ...":[0.1,0.2,NaN,0.3,0."... is not valid JSON`;
  assertEquals(malformedJson(new SyntaxError(words)).problem, {
    status: 400,
    title: "Bad Request",
    detail: start + words,
  });
});

Deno.test("malformedJson() shows no more than 120 characters, and a byte order mark by its name", () => {
  const long = malformedJson(new SyntaxError(`Unexpected identifier "${"x".repeat(1e6)}"`));
  assertEquals(long.message.length, start.length + 120);
  const marked = malformedJson(new SyntaxError(`Unexpected token '\ufeff', "\ufeff{}" is not valid JSON`));
  assertEquals(marked.message, `${start}Unexpected token 'U+FEFF', "U+FEFF{}" is not valid JSON`);
});
