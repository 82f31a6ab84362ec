import { SampleError } from "@backstream/backstream";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { nameField } from "../../../lib/http/sample/name_field.ts";

const error = new SampleError({ field: "x", rule: "be even", value: 5, index: 0 });

Deno.test("nameField() leaves out the place of what stands by itself", async () => {
  assertThrows(() => nameField(true)(error), SampleError, "Cannot use x as it must be even: current value is 5");
  await assertRejects(() => Promise.reject(error).catch(nameField(true)), SampleError, "Cannot use x as");
});

Deno.test("nameField() leaves other errors as they are", () => {
  assertEquals(assertThrows(() => nameField(false)(error)), error);
  assertThrows(() => nameField(true)(new TypeError("other")), TypeError, "other");
});
