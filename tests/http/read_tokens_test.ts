import { assertEquals, assertThrows } from "@std/assert";
import { readTokens } from "../../lib/http/read_tokens.ts";

Deno.test("readTokens() takes one token or several", () => {
  assertEquals(readTokens({ token: "one" }), ["one"]);
  assertEquals(readTokens({ token: ["one", "2-._~+/=="] }), ["one", "2-._~+/=="]);
});

Deno.test("readTokens() refuses no token, and one that could never be sent, without telling it", () => {
  assertThrows(
    () => readTokens({ token: [] }),
    TypeError,
    "Cannot create app as auth must have a token: current value is []",
  );
  for (const token of ["", "two words", "=a", "ü", "a\n"]) {
    assertThrows(
      () => readTokens({ token: ["one", token] }),
      TypeError,
      "Cannot create app as token 2 must be letters, digits and -._~+/: current value has other characters or none",
    );
  }
});
