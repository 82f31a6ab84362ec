import { assertEquals } from "@std/assert";
import { problemResponse } from "../../lib/http/problem.ts";

Deno.test("problemResponse() is an answer as RFC 9457 has it", async () => {
  const response = problemResponse({ status: 418, title: "Teapot", detail: "short and stout", line: 3 }, {
    allow: "GET",
  });
  assertEquals(response.status, 418);
  assertEquals(response.headers.get("content-type"), "application/problem+json");
  assertEquals(response.headers.get("cache-control"), "no-store");
  assertEquals(response.headers.get("allow"), "GET");
  assertEquals(await response.json(), {
    type: "about:blank",
    status: 418,
    title: "Teapot",
    detail: "short and stout",
    line: 3,
  });
});
