import { SampleError } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { RequestError } from "../../lib/http/request_error.ts";
import { toProblem } from "../../lib/http/to_problem.ts";

Deno.test("toProblem() tells the field, the rule and the place of a sample that cannot be used", async () => {
  const error = new SampleError({ field: "features[3]", rule: "be a finite number", value: null });
  const { response, internal } = toProblem(error.at(5));
  assertEquals([response.status, internal], [422, false]);
  assertEquals(await response.json(), {
    type: "about:blank",
    status: 422,
    title: "Unprocessable Content",
    detail: "Cannot use samples[5].features[3] as it must be a finite number: current value is null",
    field: "samples[5].features[3]",
    rule: "be a finite number",
    index: 5,
  });
});

Deno.test("toProblem() answers with the problem and the headers of a request error", async () => {
  const error = new RequestError({ status: 503, title: "Service Unavailable" }, { "retry-after": "1" });
  const { response, internal } = toProblem(error);
  assertEquals([response.status, response.headers.get("retry-after"), internal], [503, "1", true]);
  assertEquals(await response.json(), { type: "about:blank", status: 503, title: "Service Unavailable" });
});

Deno.test("toProblem() tells nothing of any other error", async () => {
  for (const error of [new Error("secret"), new TypeError("secret"), "secret", undefined]) {
    const { response, internal } = toProblem(error);
    assertEquals([response.status, internal], [500, true]);
    assertEquals((await response.text()).includes("secret"), false);
  }
});
