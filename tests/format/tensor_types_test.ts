import { assertEquals } from "@std/assert";
import { TENSOR_TYPES, tensorType } from "../../lib/format/tensor_types.ts";

Deno.test("tensorType() names the type that a snapshot writes for each array", () => {
  const arrays = [Float64Array, Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array];
  const names = ["F64", "F32", "I32", "U32", "I16", "U16", "I8", "U8"];
  assertEquals(arrays.map((Type) => tensorType(new Type(1))), names as never);
  assertEquals(Object.keys(TENSOR_TYPES), names);
});

Deno.test("tensorType() is undefined for what a snapshot cannot hold as numbers", () => {
  const others = [1, "F32", null, undefined, [1], {}, new DataView(new ArrayBuffer(1)), new ArrayBuffer(1)];
  assertEquals([...others, BigInt64Array.of(1n), Uint8ClampedArray.of(1)].map(tensorType), Array(10).fill(undefined));
});
