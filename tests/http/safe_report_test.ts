import { assertEquals } from "@std/assert";
import { safeReport } from "../../lib/http/safe_report.ts";

Deno.test("safeReport() hands on errors", () => {
  const errors: unknown[] = [];
  const report = safeReport((error) => errors.push(error));
  report("one");
  report(undefined);
  assertEquals(errors, ["one", undefined]);
});

Deno.test("safeReport() throws nothing, neither at once nor later", async () => {
  safeReport(() => {
    throw new Error("the log is full");
  })("one");
  safeReport(() => Promise.reject(new Error("the log is away")))("one");
  await new Promise((resolve) => setTimeout(resolve, 0)); // a rejection that nobody takes would fail the test here
});
