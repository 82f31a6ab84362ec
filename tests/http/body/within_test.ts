import { assertEquals, assertRejects } from "@std/assert";
import { within } from "../../../lib/http/body/within.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

Deno.test("within() is what the part is, if it comes in time", async () => {
  assertEquals(await within(Promise.resolve(5), 1000), 5);
  await assertRejects(() => within(Promise.reject(new TypeError("lost")), 1000), TypeError, "lost");
});

Deno.test("within() waits no longer than it is told", async () => {
  const error = await assertRejects(
    () => within(new Promise(() => {}), 5),
    RequestError,
    "Cannot read the body as it must arrive in time: current value is late after 5 ms",
  );
  assertEquals([error.problem.status, error.headers], [408, { connection: "close" }]);
});
