import { assertEquals, assertThrows } from "@std/assert";
import { boundedList } from "../../../lib/http/body/bounded_list.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

Deno.test("boundedList() is the values of an array, or what is none by itself", () => {
  assertEquals(boundedList([1, [2]], 2), { values: [1, [2]], single: false });
  for (const value of [null, 1, "a", { length: 9 }]) {
    assertEquals(boundedList(value, 1), { values: [value], single: true });
  }
});

Deno.test("boundedList() refuses none, and too many", () => {
  for (const [value, status] of [[[], 422], [[1, 2, 3], 413]] as const) {
    const detail = `Cannot use the body as it must hold 1 to 2 samples: current value is ${value.length}`;
    const { problem } = assertThrows(() => boundedList(value, 2), RequestError, detail);
    assertEquals(problem.status, status);
  }
});
