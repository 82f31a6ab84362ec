import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readParameters } from "../../../lib/http/inference/read_parameters.ts";

Deno.test("readParameters() gives what is given, and nothing for null", () => {
  assertEquals(readParameters({ a: 1, binary_data: true }, "parameters"), { a: 1, binary_data: true });
  assertEquals(readParameters({ binary_data: null }, "parameters"), { binary_data: null });
  for (const value of [undefined, null]) assertEquals(readParameters(value, "parameters"), {});
});

Deno.test("readParameters() throws for what is no object, and for flags that are none", () => {
  for (const value of [1, "x", [], true]) {
    assertThrows(
      () => readParameters(value, "parameters"),
      SampleError,
      "Cannot use parameters as it must be an object",
    );
  }
  assertThrows(
    () => readParameters({ binary_data: 1 }, "outputs[0].parameters"),
    SampleError,
    "Cannot use outputs[0].parameters.binary_data as it must be true or false: current value is 1",
  );
});
