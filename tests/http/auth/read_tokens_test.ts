import { assertEquals, assertThrows } from "@std/assert";
import { readTokens } from "../../../lib/http/auth/read_tokens.ts";

Deno.test("readTokens() takes one token or several, which are good for everything, and tokens with a scope", () => {
  assertEquals(readTokens({ token: "one" }), [{ token: "one", scope: "admin" }]);
  assertEquals(readTokens({ token: ["one", "2-._~+/=="], tokens: [{ token: "three", scope: "predict" }] }), [
    { token: "one", scope: "admin" },
    { token: "2-._~+/==", scope: "admin" },
    { token: "three", scope: "predict" },
  ]);
});

Deno.test("readTokens() refuses no token, and one that could never be sent, without telling it", () => {
  for (const auth of [{}, { token: [] }, { tokens: [] }]) {
    assertThrows(() => readTokens(auth), TypeError, "Cannot create app as auth must have a token: current value is []");
  }
  for (const token of ["", "two words", "=a", "ü", "a\n"]) {
    assertThrows(
      () => readTokens({ token: ["one", token] }),
      TypeError,
      "Cannot create app as token 2 must be letters, digits and -._~+/: current value has other characters or none",
    );
  }
});

Deno.test("readTokens() refuses one token twice, and a scope that is none", () => {
  assertThrows(
    () => readTokens({ token: "one", tokens: [{ token: "one", scope: "predict" }] }),
    TypeError,
    "Cannot create app as token 2 must differ from those before it: current value is one of them",
  );
  assertThrows(
    () => readTokens({ tokens: [{ token: "one", scope: "root" as "admin" }] }),
    RangeError,
    'Cannot create app as token 1 must have the scope predict, learn or admin: current value is "root"',
  );
});
