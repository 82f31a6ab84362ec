import { SnapshotError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { createPacker, createUnpacker } from "../../lib/format/packing.ts";
import type { Tensor } from "../../lib/format/tensor_types.ts";

const arrays: Tensor[] = [Float32Array.of(1, 2), Uint8Array.of(3), new Float32Array(0), Float32Array.of(NaN, -0)];

function packed(): Map<string, Tensor> {
  const packer = createPacker("state");
  arrays.forEach((array) => packer.add(array));
  return new Map(packer.tensors().map(({ name, data }) => [name, data]));
}

Deno.test("createPacker() joins arrays of one type, in their order", () => {
  const packer = createPacker("path");
  assertEquals(packer.tensors(), []);
  arrays.forEach((array) => packer.add(array));
  assertEquals(packer.tensors(), [
    { name: "path.packed.F32", shape: [4], data: Float32Array.of(1, 2, NaN, -0) },
    { name: "path.packed.U8", shape: [1], data: Uint8Array.of(3) },
  ]);
});

Deno.test("createUnpacker() gives back what was packed, in the same order", () => {
  const { next } = createUnpacker("state", packed());
  assertEquals([next("F32", 2), next("U8", 1), next("F32", 0), next("F32", 2)], arrays);
});

Deno.test("createUnpacker() gives arrays of their own", () => {
  const tensors = packed();
  const first = createUnpacker("state", tensors).next("F32", 2) as Float32Array;
  first.fill(9);
  assertEquals(tensors.get("state.packed.F32"), Float32Array.of(1, 2, NaN, -0));
});

Deno.test("createUnpacker() gives every number once, and makes nothing of a length that is not there", () => {
  const { next } = createUnpacker("state", packed());
  next("F32", 3);
  const message = (type: "F32" | "F64", length: number) =>
    assertThrows(() => next(type, length), SnapshotError).message;
  const start = "Cannot decode snapshot as it must hold";
  assertEquals(message("F32", 2), `${start} 2 more numbers in the tensor state.packed.F32: current value is 1`);
  for (const length of [2 ** 40, Infinity, NaN]) assertThrows(() => next("F32", length), SnapshotError);
  assertEquals(message("F64", 1), `${start} 1 more numbers in the tensor state.packed.F64: current value is 0`);
  assertEquals([...next("F32", 1)], [-0]);
  const { next: other } = createUnpacker("state", new Map([["state.packed.F32", Uint8Array.of(1)]]));
  assertThrows(() => other("F32", 1), SnapshotError, "hold 1 more numbers in the tensor state.packed.F32");
});
