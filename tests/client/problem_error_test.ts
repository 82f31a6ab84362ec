import { ProblemError } from "@backstream/backstream/client";
import { assertEquals } from "@std/assert";

Deno.test("ProblemError is an Error that carries the problem, and says its detail", () => {
  const problem = {
    status: 422,
    title: "Unprocessable Content",
    detail: "Cannot use target",
    field: "target",
    extra: 1,
  };
  const error = new ProblemError(problem);
  assertEquals([error instanceof Error, error.name, error.message], [true, "ProblemError", "Cannot use target"]);
  assertEquals([error.status, error.problem], [422, problem]);
  assertEquals(new ProblemError({ status: 404, title: "Not Found" }).message, "Not Found");
});
