import { assertEquals, assertStringIncludes } from "@std/assert";
import { Hono } from "../../../lib/deps/hono.ts";
import { problemPages } from "../../../lib/http/dashboard/problem_pages.ts";
import { problemResponse } from "../../../lib/http/problem.ts";

const app = new Hono().use(problemPages());
app.get("/fine", (context) => context.text("fine"));
app.get("/gone", () => problemResponse({ status: 404, title: "Not Found", detail: "no <b>" }, { "x-kept": "1" }));

Deno.test("problemPages() makes a page of a problem for a browser", async () => {
  const response = await app.request("/gone", { headers: { accept: "text/html,*/*" } });
  assertEquals([response.status, response.headers.get("content-type")], [404, "text/html; charset=utf-8"]);
  const text = await response.text();
  assertStringIncludes(text, "<h1>Not Found</h1>");
  assertStringIncludes(text, "<p>no &lt;b&gt;</p>");
});

Deno.test("problemPages() leaves everything else as it is", async () => {
  const problem = await app.request("/gone", { headers: { accept: "*/*" } });
  assertEquals([problem.status, (await problem.json()).title], [404, "Not Found"]);
  assertEquals(await (await app.request("/fine", { headers: { accept: "text/html" } })).text(), "fine");
});
