import { assertEquals } from "@std/assert";
import { type Datatype, datatypes } from "../../../lib/http/inference/datatypes.ts";

/** The element at the start of these bytes. */
function read(name: Datatype, ...bytes: number[]) {
  return datatypes[name].read(new DataView(Uint8Array.from(bytes).buffer), 0);
}

Deno.test("datatypes read little-endian bytes", () => {
  assertEquals([read("BOOL", 0), read("BOOL", 1)], [false, true]);
  assertEquals([read("UINT8", 255), read("INT8", 255)], [255, -1]);
  assertEquals([read("UINT16", 254, 255), read("INT16", 254, 255)], [65534, -2]);
  assertEquals([read("UINT32", 1, 0, 0, 128), read("INT32", 1, 0, 0, 128)], [2 ** 31 + 1, -(2 ** 31) + 1]);
  const minusThree = [253, 255, 255, 255, 255, 255, 255, 255];
  assertEquals([read("UINT64", ...minusThree), read("INT64", ...minusThree)], [2 ** 64, -3]);
  assertEquals(read("FP32", 0, 0, 0xc0, 0x3f), 1.5);
  assertEquals(read("FP64", 0, 0, 0, 0, 0, 0, 0xf8, 0x3f), 1.5);
  assertEquals(read("BYTES", 3, 0, 0, 0, 0x61, 0xc3, 0xbc), "aü");
});

Deno.test("FP16 reads zeros, subnormal and normal numbers, infinities and NaN", () => {
  const cases: [bits: number, value: number][] = [
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3c00, 1],
    [0x3555, 0.333251953125],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7e00, NaN],
  ];
  for (const [bits, value] of cases) assertEquals(read("FP16", bits & 255, bits >> 8), value);
});

Deno.test("datatypes accept the values of JSON that are in their range, and no others", () => {
  const cases: [name: Datatype, accepted: unknown[], refused: unknown[]][] = [
    ["BOOL", [true, false], [0, 1, "true", null]],
    ["UINT8", [0, 255], [-1, 256, 0.5, "1", true, null]],
    ["INT8", [-128, 127], [-129, 128]],
    ["UINT16", [65535], [65536, -1]],
    ["INT16", [-32768, 32767], [-32769, 32768]],
    ["UINT32", [2 ** 32 - 1], [2 ** 32]],
    ["INT32", [-(2 ** 31), 2 ** 31 - 1], [2 ** 31]],
    ["UINT64", [2 ** 63], [-1, 2 ** 65]],
    ["INT64", [-(2 ** 63)], [2 ** 64, NaN]],
    ["FP16", [0.1], ["0.1"]],
    ["FP32", [1e39, 3], [null, []]],
    ["FP64", [-0.5], [undefined, {}]],
    ["BYTES", ["", "a"], [1, null]],
  ];
  for (const [name, accepted, refused] of cases) {
    for (const value of accepted) assertEquals(datatypes[name].accepts(value), true, `${name} ${value}`);
    for (const value of refused) assertEquals(datatypes[name].accepts(value), false, `${name} ${value}`);
  }
  assertEquals(cases.length, Object.keys(datatypes).length);
});
