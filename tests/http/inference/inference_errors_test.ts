import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { inferenceErrors } from "../../../lib/http/inference/inference_errors.ts";
import { problemResponse } from "../../../lib/http/problem.ts";

const app = new Hono();
app.use("/v2/*", inferenceErrors);
app.get("/v2/fine", (context) => context.json({ status: 422 }));
app.get("/v2/unusable", () => problemResponse({ status: 422, title: "Unprocessable Content", detail: "Too long" }));
app.get("/v2/busy", () => problemResponse({ status: 503, title: "Service Unavailable" }, { "retry-after": "1" }));
app.get("/other", () => problemResponse({ status: 422, title: "Unprocessable Content" }));
app.notFound(() => problemResponse({ status: 404, title: "Not Found" }));
app.onError(() => problemResponse({ status: 500, title: "Internal Server Error" }));
app.get("/v2/broken", () => {
  throw new Error("secret");
});

Deno.test("inferenceErrors() makes errors of the protocol of problems, with their status and headers", async () => {
  const cases: [path: string, status: number, error: string][] = [
    ["/v2/unusable", 400, "Too long"],
    ["/v2/busy", 503, "Service Unavailable"],
    ["/v2/nothing", 404, "Not Found"],
    ["/v2/broken", 500, "Internal Server Error"],
  ];
  for (const [path, status, error] of cases) {
    const response = await app.request(path);
    assertEquals([response.status, await response.json()], [status, { error }]);
    assertEquals(response.headers.get("content-type"), "application/json");
    assertEquals(response.headers.get("retry-after"), status === 503 ? "1" : null);
  }
});

Deno.test("inferenceErrors() leaves other answers and other paths alone", async () => {
  assertEquals(await (await app.request("/v2/fine")).json(), { status: 422 });
  assertEquals((await app.request("/other")).headers.get("content-type"), "application/problem+json");
});
