import { assertEquals } from "@std/assert";
import { secureAnswer } from "../../lib/http/secure_answer.ts";

/** The names of the headers that are set. */
function secured(method: string, given: Record<string, string>): string[] {
  const headers = new Headers(given);
  secureAnswer(method, headers);
  return [...headers.keys()].filter((name) => !(name in given));
}

Deno.test("secureAnswer() lets what may be a document run nothing, be framed by nobody and be kept by no cache", () => {
  const all = [
    "cache-control",
    "content-security-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "referrer-policy",
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
    "x-permitted-cross-domain-policies",
  ];
  assertEquals(secured("GET", { "content-type": "application/json" }), all);
  assertEquals(secured("POST", { "content-type": "text/html; charset=UTF-8" }), all);
  assertEquals(secured("POST", { "content-type": "application/problem+json" }), all);
  assertEquals(secured("POST", {}), all);
});

Deno.test("secureAnswer() keeps the data that a POST is answered with from being taken for a document", () => {
  const headers = new Headers({ "content-type": "application/json" });
  secureAnswer("POST", headers);
  assertEquals([...headers], [
    ["content-type", "application/json"],
    ["x-content-type-options", "nosniff"],
  ]);
});

Deno.test("secureAnswer() leaves what an answer says itself", () => {
  const headers = new Headers({ "content-security-policy": "default-src 'self'", "referrer-policy": "same-origin" });
  secureAnswer("GET", headers);
  assertEquals([headers.get("content-security-policy"), headers.get("referrer-policy")], [
    "default-src 'self'",
    "same-origin",
  ]);
});
