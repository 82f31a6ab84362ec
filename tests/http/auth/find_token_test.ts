import { assertEquals } from "@std/assert";
import { findToken } from "../../../lib/http/auth/find_token.ts";

const tokens = ["abc", "abd", "abcabc", "a"].map((token) => ({ token, scope: "admin" as const }));

Deno.test("findToken() finds the place of a token", () => {
  assertEquals(tokens.map(({ token }) => findToken(tokens, token)), [0, 1, 2, 3]);
});

Deno.test("findToken() finds no prefix, no repetition, nothing longer and nothing empty", () => {
  for (const sent of ["", "ab", "aa", "abcab", "abcabcabc", "abe", "ABC", "abc\0", "\0"]) {
    assertEquals(findToken(tokens, sent), -1, sent);
  }
  assertEquals(findToken([], "abc"), -1);
});
