import { SampleError, StoreBusyError } from "@backstream/backstream";
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
    value: null,
    index: 5,
  });
});

Deno.test("toProblem() shows a value that is short, and leaves others to the detail", async () => {
  const shown = async (value: unknown) => {
    const body = await toProblem(new SampleError({ field: "target", rule: "be right", value })).response.json();
    return body.value;
  };
  assertEquals([await shown(-1), await shown("red"), await shown(true)], [-1, "red", true]);
  for (const value of [undefined, "x".repeat(81), { secret: 1 }, [1], NaN, Infinity]) {
    assertEquals(await shown(value), undefined);
  }
});

Deno.test("toProblem() answers 503 while others use the store, and reports it", async () => {
  const { response, internal } = toProblem(new StoreBusyError("the file is locked"));
  const { status, detail } = await response.json();
  assertEquals([status, response.headers.get("retry-after"), internal], [503, "1", true]);
  assertEquals(detail, "Cannot take the request as others use the store");
});

Deno.test("toProblem() answers with the problem and the headers of a request error, and the id of the request", async () => {
  const error = new RequestError({ status: 503, title: "Service Unavailable" }, { "retry-after": "1" });
  const { response, internal } = toProblem(error, "42");
  assertEquals([response.status, response.headers.get("retry-after"), internal], [503, "1", false]);
  const problem = { type: "about:blank", status: 503, title: "Service Unavailable", requestId: "42" };
  assertEquals(await response.json(), problem);
  assertEquals(toProblem(new RequestError({ status: 500, title: "Internal Server Error" })).internal, true);
});

Deno.test("toProblem() tells nothing of any other error", async () => {
  for (const error of [new Error("secret"), new TypeError("secret"), "secret", undefined]) {
    const { response, internal } = toProblem(error);
    assertEquals([response.status, internal], [500, true]);
    assertEquals((await response.text()).includes("secret"), false);
  }
});
