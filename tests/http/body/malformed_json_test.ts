import { assertEquals } from "@std/assert";
import { malformedJson } from "../../../lib/http/body/malformed_json.ts";

const start = "Cannot read the body as it must be JSON: ";

function told(words: string) {
  const { detail, position } = malformedJson(words).problem;
  return [detail, position];
}

Deno.test("malformedJson() is a 400 with the position of the mistake, where the runtime tells it", () => {
  const words = "Expected ',' or ']' after array element in JSON at position 14 (line 1 column 15)";
  const problem = { status: 400, title: "Bad Request", detail: start + words, position: 14 };
  assertEquals(malformedJson(words).problem, problem);
  const short = "Unexpected non-whitespace character after JSON at position 8"; // as Node says it
  assertEquals(told(short), [start + short, 8]);
});

Deno.test("malformedJson() has what stands around the mistake, where the runtime shows that", () => {
  const words = `Unexpected token 'N', ...":[0.1,0.2,NaN,0.3,0."... is not valid JSON`;
  assertEquals(told(words), [start + words, undefined]);
});

Deno.test("malformedJson() takes no position from what the client has written", () => {
  for (
    const words of [
      `Unexpected token 'N', "NaN in JSON at position 9" is not valid JSON`,
      `JSON Parse error: Unexpected identifier "in JSON at position 9"`,
    ]
  ) assertEquals(told(words), [start + words, undefined]);
});

Deno.test("malformedJson() shows no more than 120 characters, whole ones, and what cannot be seen by its name", () => {
  const long = `Unexpected identifier "${"x".repeat(1e6)}"`;
  assertEquals(told(long), [start + long.slice(0, 120), undefined]);
  const half = "Unexpected token '\ud83d', \"😀\" is not valid JSON";
  assertEquals(told(half), [`${start}Unexpected token '\ufffd', "😀" is not valid JSON`, undefined]);
  const marked = `Unexpected token '\ufeff', "\ufeff{}" is not valid JSON`;
  assertEquals(told(marked), [`${start}Unexpected token 'U+FEFF', "U+FEFF{}" is not valid JSON`, undefined]);
});
