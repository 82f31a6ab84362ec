import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { type BinaryRest, readTensor } from "../../../lib/http/inference/read_tensor.ts";

function read(input: unknown, bytes: number[] = []) {
  const rest: BinaryRest = { bytes: Uint8Array.from(bytes), taken: 0 };
  return { ...readTensor(input, { place: "inputs[0]", rest, most: 3 }), taken: rest.taken };
}

Deno.test("readTensor() takes data that is flat, and data that is nested as the shape says", () => {
  const tensor = { name: "a", shape: [2, 2], datatype: "UINT32" };
  const expected = { name: "a", datatype: "UINT32", rows: 2, columns: 2, elements: [1, 2, 3, 4], taken: 0 };
  assertEquals(read({ ...tensor, data: [1, 2, 3, 4] }) as unknown, expected);
  assertEquals(read({ ...tensor, data: [[1, 2], [3, 4]] }) as unknown, expected);
  const texts = read({ name: "b", shape: [2], datatype: "BYTES", data: ["x", ""] });
  assertEquals([texts.columns, texts.elements], [undefined, ["x", ""]]);
});

Deno.test("readTensor() takes elements from the bytes behind the JSON", () => {
  const parameters = (binary_data_size: number) => ({ parameters: { binary_data_size } });
  const whole = read({ name: "a", shape: [2, 1], datatype: "INT16", ...parameters(4) }, [1, 0, 255, 255, 9]);
  assertEquals([whole.elements, whole.taken], [[1, -1], 4]);
  const texts = read({ name: "a", shape: [2], datatype: "BYTES", ...parameters(9) }, [1, 0, 0, 0, 0x61, 0, 0, 0, 0]);
  assertEquals([texts.elements, texts.taken], [["a", ""], 9]);
});

const good = { name: "a", shape: [2, 2], datatype: "FP32", data: [1, 2, 3, 4] };
const bad: [change: Record<string, unknown>, detail: string][] = [
  [{ name: 1 }, "inputs[0].name as it must be a text: current value is 1"],
  [{ datatype: "FP8" }, "inputs[0].datatype as it must be one of BOOL, UINT8, "],
  [{ datatype: "constructor" }, "inputs[0].datatype as it must be one of"],
  [
    { shape: [] },
    "inputs[0].shape as it must be [n] or [n, d] with n from 1 to 3: current value is an array of length 0",
  ],
  [{ shape: [4, 1] }, "inputs[0].shape as"],
  [{ shape: [1, 2, 2] }, "inputs[0].shape as"],
  [{ shape: [1e9, 0], data: [] }, "inputs[0].shape as"],
  [{ shape: [1, -4] }, "inputs[0].shape as"],
  [{ shape: [1, 1.5] }, "inputs[0].shape as"],
  [{ shape: "22" }, "inputs[0].shape as"],
  [
    { data: [1, 2, 3] },
    "inputs[0].data as it must be an array of 2 x 2 elements, flat or nested: current value is an array",
  ],
  [{ data: [[1, 2, 3], [4]] }, "inputs[0].data as"],
  [{ data: undefined }, "inputs[0].data as"],
  [{ data: { length: 4 } }, "inputs[0].data as"],
  [{ data: [1, 2, "3", 4] }, 'inputs[0].data[2] as it must be a number: current value is "3"'],
  [{ data: [1, null, 3, 4] }, "inputs[0].data[1] as it must be a number: current value is null"],
  [
    { datatype: "UINT8", data: [1, 2, 3, 256] },
    "inputs[0].data[3] as it must be a whole number of 8 bits without a sign",
  ],
  [
    { parameters: { binary_data_size: 17 } },
    "inputs[0].parameters.binary_data_size as it must be the size of 2 x 2 elements that follow: current value is 17",
  ],
  [{ parameters: { binary_data_size: 12 } }, "inputs[0].parameters.binary_data_size as"],
  [{ parameters: { binary_data_size: -1 } }, "inputs[0].parameters.binary_data_size as"],
  [{ parameters: { binary_data_size: "16" } }, "inputs[0].parameters.binary_data_size as"],
  [{ datatype: "BYTES", parameters: { binary_data_size: 16 } }, "inputs[0].parameters.binary_data_size as"],
];
for (const [change, detail] of bad) {
  Deno.test(`readTensor() throws for ${JSON.stringify(change)}`, () => {
    assertThrows(() => read({ ...good, ...change }, Array(16).fill(255)), SampleError, `Cannot use ${detail}`);
  });
}

Deno.test("readTensor() throws for what is no object, and for texts that end too early or are no UTF-8", () => {
  const rule = "Cannot use inputs[0] as it must be an object with name, shape, datatype and data";
  for (const value of [null, 3, "x", []]) assertThrows(() => read(value), SampleError, rule);
  for (const bytes of [[1, 0, 0], [2, 0, 0, 0, 0x61], [1, 0, 0, 0, 0xff], [0, 0, 0, 0, 0, 0, 0, 0]]) {
    const tensor = { name: "a", shape: [1], datatype: "BYTES", parameters: { binary_data_size: bytes.length } };
    assertThrows(() => read(tensor, bytes), SampleError, "Cannot use inputs[0].parameters.binary_data_size as");
  }
});
