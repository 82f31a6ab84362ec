import { immutable } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";

/** Whether the runtime has the immutable buffers of the TC39 proposal. */
const capable = "transferToImmutable" in ArrayBuffer.prototype;

Deno.test("immutable() holds the same numbers, bit for bit", () => {
  const numbers = [1.5, -0, NaN, Infinity, 1e-45];
  assertSame([...immutable(Float32Array.from(numbers))], [...Float32Array.from(numbers)]);
  assertEquals(immutable(new Float32Array(0)).length, 0);
});

Deno.test({
  name: "immutable() returns the array itself where the runtime has no immutable buffers",
  ignore: capable,
  fn() {
    const array = Float32Array.of(1, 2);
    assertEquals(Object.is(immutable(array), array), true);
  },
});

Deno.test({
  name: "immutable() makes a write throw where the runtime has immutable buffers",
  ignore: !capable,
  fn() {
    const vector = immutable(Float32Array.of(1, 2)) as unknown as Float32Array;
    assertThrows(() => vector[0] = 3, TypeError);
    assertThrows(() => vector.fill(3), TypeError);
    assertEquals([...vector], [1, 2]);
  },
});

Deno.test("immutable() leaves a buffer that holds more than the array alone", () => {
  const whole = Float32Array.of(1, 2, 3);
  assertEquals([...immutable(whole.subarray(1))], [2, 3]);
  assertEquals([...whole], [1, 2, 3]);
});

Deno.test("immutable() goes through a runtime's transferToImmutable, once for a whole buffer", () => {
  const array = Float32Array.of(1, 2);
  const method = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "transferToImmutable");
  let transfers = 0;
  const transferToImmutable = () => {
    transfers++;
    return Float32Array.of(3, 4).buffer;
  };
  Object.defineProperty(ArrayBuffer.prototype, "transferToImmutable", {
    value: transferToImmutable,
    configurable: true,
  });
  try {
    assertEquals([...immutable(array)], [3, 4]);
    assertEquals([...immutable(array.subarray(1))], [2]);
    assertEquals(transfers, 1);
  } finally {
    if (method === undefined) delete (ArrayBuffer.prototype as { transferToImmutable?: unknown }).transferToImmutable;
    else Object.defineProperty(ArrayBuffer.prototype, "transferToImmutable", method);
  }
});
