import { assertEquals } from "@std/assert";
import { Hono } from "../../../lib/deps/hono.ts";
import { requireSameOrigin } from "../../../lib/http/dashboard/require_same_origin.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const app = new Hono().use(requireSameOrigin()).all("/", (context) => context.text("in"));
app.onError((error) => new Response(null, { status: error instanceof RequestError ? error.problem.status : 500 }));

async function statusOf(headers: Record<string, string>, method = "POST"): Promise<number> {
  return (await app.request("http://here.example/", { method, headers })).status;
}

Deno.test("requireSameOrigin() lets in forms of pages of this origin", async () => {
  assertEquals(await statusOf({ "sec-fetch-site": "same-origin" }), 200);
  assertEquals(await statusOf({ "sec-fetch-site": "none" }), 200);
  assertEquals(await statusOf({ origin: "http://here.example" }), 200);
  // A proxy speaks TLS for the server: the host is what counts.
  assertEquals(await statusOf({ origin: "https://shown.example:444", host: "shown.example:444" }), 200);
  assertEquals(await statusOf({}), 200); // no browser
});

Deno.test("requireSameOrigin() refuses forms of other pages, whatever else they say", async () => {
  for (const site of ["cross-site", "same-site", ""]) {
    assertEquals([site, await statusOf({ "sec-fetch-site": site, origin: "http://here.example" })], [site, 403]);
  }
  for (const origin of ["http://evil.example", "http://here.example:81", "null", "here.example"]) {
    assertEquals([origin, await statusOf({ origin })], [origin, 403]);
  }
});

Deno.test("requireSameOrigin() lets everyone look", async () => {
  assertEquals(await statusOf({ "sec-fetch-site": "cross-site" }, "GET"), 200);
});
