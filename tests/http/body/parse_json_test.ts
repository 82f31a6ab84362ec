import { assertEquals, assertThrows } from "@std/assert";
import { parseJson } from "../../../lib/http/body/parse_json.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

Deno.test("parseJson() parses, and no name touches a prototype", () => {
  assertEquals(parseJson('{"a":[1,-0,1e2]}'), { a: [1, -0, 100] });
  const value = parseJson('{"__proto__":{"weight":5},"constructor":1}') as { weight?: number };
  assertEquals([Object.keys(value as object), value.weight], [["__proto__", "constructor"], undefined]);
  assertEquals(({} as { weight?: number }).weight, undefined);
  assertEquals(parseJson('{"a":1,"a":2}'), { a: 2 });
});

Deno.test("parseJson() says where it is no JSON, and in which line", () => {
  const error = assertThrows(
    () => parseJson('{"a":NaN}', 7),
    RequestError,
    "Cannot read line 7 as it must be JSON: the mistake is at position 5",
  );
  assertEquals(error.problem, {
    status: 400,
    title: "Bad Request",
    detail: "Cannot read line 7 as it must be JSON: the mistake is at position 5",
    line: 7,
    position: 5,
  });
  assertThrows(
    () => parseJson(""),
    RequestError,
    "Cannot read the body as it must be JSON: the mistake is at position 0",
  );
});
