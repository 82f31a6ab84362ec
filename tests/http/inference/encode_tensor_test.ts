import { assertEquals } from "@std/assert";
import { encodeTensor } from "../../../lib/http/inference/encode_tensor.ts";
import { readTensor } from "../../../lib/http/inference/read_tensor.ts";
import type { OutputTensor } from "../../../lib/http/inference/output_tensors.ts";

Deno.test("encodeTensor() writes little-endian numbers, and texts behind their lengths", () => {
  const bytes = (datatype: OutputTensor["datatype"], ...elements: OutputTensor["elements"]) => {
    return [...encodeTensor({ name: "a", datatype, shape: [elements.length], elements })];
  };
  assertEquals(bytes("FP32", 1.5), [0, 0, 0xc0, 0x3f]);
  assertEquals(bytes("INT64", 258), [2, 1, 0, 0, 0, 0, 0, 0]);
  assertEquals(bytes("BYTES", "aü", ""), [3, 0, 0, 0, 0x61, 0xc3, 0xbc, 0, 0, 0, 0]);
});

Deno.test("encodeTensor() writes what readTensor() reads", () => {
  const tensors: OutputTensor[] = [
    { name: "a", datatype: "FP32", shape: [2, 2], elements: [0.5, -1, 3.25, Math.fround(1e-40)] },
    { name: "a", datatype: "INT64", shape: [3], elements: [0, 7, 2 ** 40] },
    { name: "a", datatype: "BYTES", shape: [3], elements: ["", "grün", "\u0000"] },
  ];
  for (const tensor of tensors) {
    const bytes = encodeTensor(tensor);
    const input = { ...tensor, parameters: { binary_data_size: bytes.length } };
    const { elements } = readTensor(input, { place: "a", rest: { bytes, taken: 0 }, most: 3 });
    assertEquals(elements, tensor.elements);
  }
});
