import { assertEquals } from "@std/assert";
import { busy } from "../../lib/http/busy.ts";

Deno.test("busy() is a 503 that says when to come back", () => {
  const { problem, headers } = busy("it rains");
  assertEquals(problem, { status: 503, title: "Service Unavailable", detail: "Cannot take the request as it rains" });
  assertEquals(headers, { "retry-after": "1" });
});
