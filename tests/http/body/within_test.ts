import { assertEquals, assertRejects } from "@std/assert";
import { within } from "../../../lib/http/body/within.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

Deno.test("within() is what the part is, if it comes in time", async () => {
  assertEquals(await within(Promise.resolve(5), 1000), 5);
  assertEquals(await within(new Promise((resolve) => setTimeout(() => resolve(6), 1)), 1000), 6);
});

Deno.test("within() answers 503 for a connection that is lost, and keeps the reason to itself", async () => {
  const cause = new Error("secret");
  const error = await assertRejects(
    () => within(Promise.reject(cause), 1000),
    RequestError,
    "current value is cut short",
  );
  assertEquals([error.problem.status, error.cause, error.message.includes("secret")], [503, cause, false]);
  const late = new Promise((_resolve, reject) => setTimeout(() => reject(cause), 1));
  assertEquals((await assertRejects(() => within(late, 1000), RequestError)).cause, cause);
});

Deno.test("within() leaves what a request error says", async () => {
  const error = new RequestError({ status: 413, title: "Content Too Large" });
  assertEquals(await assertRejects(() => within(Promise.reject(error), 1000)), error);
});

Deno.test("within() waits no longer than it is told", async () => {
  const error = await assertRejects(
    () => within(new Promise(() => {}), 5),
    RequestError,
    "Cannot read the body as it must arrive in time: current value is late after 5 ms",
  );
  assertEquals([error.problem.status, error.headers], [408, { connection: "close" }]);
});
