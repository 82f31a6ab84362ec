import { assertEquals } from "@std/assert";
import { decodeTensors } from "../../lib/format/decode_tensors.ts";
import { encodeTensors } from "../../lib/format/encode_tensors.ts";
import { float32s, readSafetensors } from "../helper/safetensors.ts";

Deno.test("encodeTensors() writes the length of the header, the header, and the elements in little-endian order", () => {
  const file = encodeTensors([{ name: "a", shape: [2], data: Float32Array.of(1, 2) }], { format: "pt" });
  const header = '{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
  assertEquals(header.length, 85); // and 3 spaces to 88
  const text = new TextEncoder().encode(header.padEnd(88, " "));
  assertEquals(file, Uint8Array.of(88, 0, 0, 0, 0, 0, 0, 0, ...text, 0, 0, 128, 63, 0, 0, 0, 64));
});

Deno.test("encodeTensors() aligns every tensor to its element, wide elements first", () => {
  const file = encodeTensors([
    { name: "bytes", shape: [3], data: Uint8Array.of(1, 2, 3) },
    { name: "halves", shape: [1], data: Uint16Array.of(258) },
    { name: "singles", shape: [1, 3], data: Float32Array.of(1, 2, 3) },
    { name: "doubles", shape: [1], data: Float64Array.of(0.1) },
  ], {});
  const { headerLength, tensors } = readSafetensors(file);
  assertEquals(headerLength % 8, 0);
  assertEquals(Object.entries(tensors).map(([name, { data_offsets }]) => [name, ...data_offsets]), [
    ["doubles", 0, 8],
    ["singles", 8, 20],
    ["halves", 20, 22],
    ["bytes", 22, 25],
  ]);
  assertEquals(float32s(tensors.singles.bytes), [1, 2, 3]);
  assertEquals([tensors.halves.bytes, tensors.bytes.bytes], [Uint8Array.of(2, 1), Uint8Array.of(1, 2, 3)]);
});

Deno.test("encodeTensors() writes only the part of a buffer that a view shows, and leaves it as it was", () => {
  const block = Float32Array.of(1, 2, 3, 4);
  const file = encodeTensors([{ name: "a", shape: [2], data: block.subarray(1, 3) }], {});
  assertEquals(float32s(readSafetensors(file).tensors.a.bytes), [2, 3]);
  assertEquals(block, Float32Array.of(1, 2, 3, 4));
});

Deno.test("encodeTensors() and decodeTensors() take names of any alphabet and no tensors at all", () => {
  assertEquals(decodeTensors(encodeTensors([], { a: "ü" })), { tensors: new Map(), metadata: { a: "ü" } });
  const name = '重み "0"\n';
  const { tensors } = decodeTensors(encodeTensors([{ name, shape: [1], data: Int8Array.of(-1) }], {}));
  assertEquals([...tensors], [[name, Int8Array.of(-1)]] as never);
});
