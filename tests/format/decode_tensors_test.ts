import { SnapshotError } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import { decodeTensors } from "../../lib/format/decode_tensors.ts";
import { safetensorsOf } from "../helper/safetensors.ts";

const ONE_AND_TWO = [0, 0, 128, 63, 0, 0, 0, 64]; // float32 1 and 2, little-endian
const pair = { dtype: "F32", shape: [2], data_offsets: [0, 8] };

/** Throws unless the file is refused with exactly this text behind "as it must". */
function assertRefused(file: Uint8Array, text: string): void {
  const { message } = assertThrows(() => decodeTensors(file), SnapshotError);
  assertEquals(message, `Cannot decode snapshot as it must ${text}`);
}

Deno.test("decodeTensors() reads tensors and metadata of a file written by hand", () => {
  const header = { __metadata__: { format: "pt" }, a: pair, b: { dtype: "U8", shape: [1, 3], data_offsets: [8, 11] } };
  const { tensors, metadata } = decodeTensors(safetensorsOf(header, [...ONE_AND_TWO, 7, 8, 9]));
  assertEquals(metadata, { format: "pt" });
  assertEquals([...tensors], [["a", Float32Array.of(1, 2)], ["b", Uint8Array.of(7, 8, 9)]] as never);
});

Deno.test("decodeTensors() reads each type of element", () => {
  const bytes = [1, 0, 0, 0, 0, 0, 240, 63]; // ends in the upper half of the float64 1 + 2^-52
  const read = (dtype: string, shape: number[], count: number) => {
    const header = { a: { dtype, shape, data_offsets: [0, count] } };
    return decodeTensors(safetensorsOf(header, bytes.slice(0, count))).tensors.get("a")!;
  };
  assertEquals(read("F64", [], 8), Float64Array.of(1 + 2 ** -52));
  assertEquals(read("I32", [1], 4), Int32Array.of(1));
  assertEquals(read("U32", [1], 4), Uint32Array.of(1));
  assertEquals(read("I16", [2], 4), Int16Array.of(1, 0));
  assertEquals(read("U16", [2], 4), Uint16Array.of(1, 0));
  assertEquals(read("I8", [7], 7), Int8Array.of(1, 0, 0, 0, 0, 0, -16));
  assertEquals(read("U8", [7], 7), Uint8Array.of(1, 0, 0, 0, 0, 0, 240));
});

Deno.test("decodeTensors() reads a file without tensors, and tensors without elements", () => {
  assertEquals(decodeTensors(safetensorsOf({})), { tensors: new Map(), metadata: {} });
  const empty = { dtype: "F32", shape: [0, 5], data_offsets: [0, 0] };
  const { tensors } = decodeTensors(safetensorsOf({ a: pair, b: empty, c: empty }, ONE_AND_TWO));
  assertEquals([...tensors.values()].map(({ length }) => length), [2, 0, 0]);
});

Deno.test("decodeTensors() reads a view that is not aligned, and gives copies", () => {
  const file = safetensorsOf({ a: pair }, ONE_AND_TWO);
  const shifted = new Uint8Array(file.length + 1);
  shifted.set(file, 1);
  const { tensors } = decodeTensors(shifted.subarray(1));
  shifted.fill(255);
  assertEquals(tensors.get("a"), Float32Array.of(1, 2));
});

Deno.test("decodeTensors() reads a Buffer of Node.js, whose slice is no copy", () => {
  const file = Buffer.concat([Buffer.from("before"), safetensorsOf({ a: pair }, ONE_AND_TWO)]).subarray(6);
  const { tensors } = decodeTensors(file);
  file.fill(255);
  assertEquals(tensors.get("a"), Float32Array.of(1, 2));
});

Deno.test("decodeTensors() keeps names that objects have by nature", () => {
  const text = `{"__proto__":${JSON.stringify(pair)},"constructor":{"dtype":"U8","shape":[],"data_offsets":[8,9]}}`;
  const { tensors } = decodeTensors(safetensorsOf(text, [...ONE_AND_TWO, 5]));
  assertEquals([...tensors], [["__proto__", Float32Array.of(1, 2)], ["constructor", Uint8Array.of(5)]] as never);
});

Deno.test("decodeTensors() refuses a file whose header is cut short or claims to be huge", () => {
  assertRefused(new Uint8Array(0), "hold at least 8 bytes: current value is 0");
  assertRefused(new Uint8Array(7), "hold at least 8 bytes: current value is 7");
  assertRefused(
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 16, 123, 125),
    "hold the 1152921504606846976 bytes of its header: current value is 2, it was cut short or is another file",
  );
  assertRefused(
    new Uint8Array(9).fill(255),
    "hold the 18446744073709551615 bytes of its header: current value is 1, it was cut short or is another file",
  );
});

Deno.test("decodeTensors() refuses a header that is no JSON object", () => {
  const rule = "have a header that is a JSON object: current value is";
  assertRefused(safetensorsOf(""), `${rule} ""`);
  assertRefused(safetensorsOf("{"), `${rule} "{"`);
  assertRefused(safetensorsOf("[]"), `${rule} "[]"`);
  assertRefused(safetensorsOf("null"), `${rule} "null"`);
  assertRefused(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0xff), `${rule} "\ufffd"`);
  const name = safetensorsOf({ é: pair }, ONE_AND_TWO);
  name[name.indexOf(0xc3)] = 0xff; // no longer UTF-8
  assertRefused(name, `${rule} ${JSON.stringify('{"\ufffd\ufffd":{"dtype":"F32","shape":[2],"data_o')}`);
  assertRefused(safetensorsOf({ __metadata__: 5 }), "have an object as its __metadata__: current value is 5");
  assertRefused(safetensorsOf({ __metadata__: null }), "have an object as its __metadata__: current value is null");
});

Deno.test("decodeTensors() refuses a header of 200,000 open brackets with a SnapshotError", () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  assertThrows(() => decodeTensors(safetensorsOf("[".repeat(200_000))), SnapshotError, "JSON object");
  assertThrows(
    () => decodeTensors(safetensorsOf(`{"a":{"dtype":"U8","shape":${deep}}}`)),
    SnapshotError,
    'give "a" a shape of whole numbers from 0 on: current value is ',
  );
});

Deno.test("decodeTensors() refuses types that it does not know, and what objects have by nature", () => {
  const rule = 'give "a" one of the types F64, F32, I32, U32, I16, U16, I8, U8: current value is';
  for (const dtype of ["BF16", "constructor", "__proto__", "toString"]) {
    assertRefused(safetensorsOf({ a: { ...pair, dtype } }, ONE_AND_TWO), `${rule} ${dtype}`);
  }
  assertRefused(safetensorsOf({ a: { ...pair, dtype: ["F32"] } }, ONE_AND_TWO), `${rule} ["F32"]`);
  assertRefused(safetensorsOf({ a: { ...pair, dtype: { toString: 1 } } }), `${rule} {"toString":1}`);
  for (const entry of [null, 5, "text", [], {}]) assertRefused(safetensorsOf({ a: entry }), `${rule} undefined`);
});

Deno.test("decodeTensors() refuses shapes and offsets that are no sizes or do not fit each other", () => {
  const shapes = [undefined, 2, "2", [-2], [-1, -2], [1.5], ["2"], [null], [2 ** 53]];
  for (const shape of shapes) {
    const file = safetensorsOf({ a: { ...pair, shape } }, ONE_AND_TWO);
    assertThrows(() => decodeTensors(file), SnapshotError, 'give "a" a shape of whole numbers from 0 on');
  }
  const offsets = [undefined, 8, [], [0], [0, 8, 8], [-8, 0], [0, 7], [8, 0], ["0", "8"], [0, 2 ** 60], [0.5, 8.5]];
  for (const data_offsets of offsets) {
    const file = safetensorsOf({ a: { ...pair, data_offsets } }, ONE_AND_TWO);
    assertThrows(() => decodeTensors(file), SnapshotError, 'give "a" offsets that fit its shape');
  }
  const huge = { dtype: "U8", shape: [2 ** 30, 2 ** 30], data_offsets: [0, 2 ** 60] };
  assertThrows(() => decodeTensors(safetensorsOf({ a: huge })), SnapshotError, 'give "a" offsets that fit its shape');
});

Deno.test("decodeTensors() refuses tensors that overlap, leave gaps, or end before or behind the bytes", () => {
  const b = (begin: number) => ({ ...pair, data_offsets: [begin, begin + 8] });
  const of = (header: unknown, bytes: number) => safetensorsOf(header, new Uint8Array(bytes));
  assertRefused(of({ a: pair, b: b(0) }, 8), 'begin "b" at byte 8 behind its header: current value is 0');
  assertRefused(of({ a: pair, b: b(4) }, 12), 'begin "b" at byte 8 behind its header: current value is 4');
  assertRefused(of({ a: pair, b: b(12) }, 20), 'begin "b" at byte 8 behind its header: current value is 12');
  assertRefused(of({ a: b(4) }, 12), 'begin "a" at byte 0 behind its header: current value is 4');
  assertRefused(of({ a: pair }, 7), "hold 8 bytes of tensors: current value is 7, it was cut short");
  assertRefused(of({ a: pair }, 9), "hold 8 bytes of tensors: current value is 9, something was added");
  const far = { dtype: "U8", shape: [2 ** 40], data_offsets: [0, 2 ** 40] };
  assertRefused(of({ a: far }, 8), "hold 1099511627776 bytes of tensors: current value is 8, it was cut short");
});

Deno.test("decodeTensors() refuses thousands of tensors over the same bytes before any is copied", () => {
  const shared = { dtype: "U8", shape: [1 << 20], data_offsets: [0, 1 << 20] };
  const header = JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`t${i}`, shared])));
  const head = safetensorsOf(header);
  const file = new Uint8Array(head.length + (1 << 20)); // 5 GB, if each were copied
  file.set(head);
  const begin = performance.now();
  assertThrows(() => decodeTensors(file), SnapshotError, "at byte 1048576 behind its header: current value is 0");
  assert(performance.now() - begin < 2000);
});
