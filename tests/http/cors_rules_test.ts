import { assertEquals } from "@std/assert";
import { corsRules } from "../../lib/http/cors_rules.ts";

Deno.test("corsRules() lets in the origins that are given, and no credentials but tokens", () => {
  assertEquals(corsRules({ origin: "https://example.com" }).origin, "https://example.com");
  assertEquals(corsRules({ origin: ["https://a.example", "https://b.example"] }).origin, [
    "https://a.example",
    "https://b.example",
  ]);
  const { allowHeaders, ...rules } = corsRules({ origin: "*" });
  assertEquals([allowHeaders.includes("authorization"), "credentials" in rules], [true, false]);
});
