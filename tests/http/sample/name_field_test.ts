import { SampleError } from "@backstream/backstream";
import { assertEquals, assertRejects } from "@std/assert";
import { nameField } from "../../../lib/http/sample/name_field.ts";

Deno.test("nameField() is what was awaited", async () => {
  assertEquals(await nameField(true, Promise.resolve(5)), 5);
});

Deno.test("nameField() leaves out the place of what stands by itself", async () => {
  const error = new SampleError({ field: "x", rule: "be even", value: 5, index: 0 });
  await assertRejects(() => nameField(true, Promise.reject(error)), SampleError, "Cannot use x as it must be even");
  assertEquals(await assertRejects(() => nameField(false, Promise.reject(error)), SampleError), error);
  await assertRejects(() => nameField(true, Promise.reject(new TypeError("other"))), TypeError, "other");
});
