import { assertEquals, assertThrows } from "@std/assert";
import { decodeTensors } from "../../lib/format/decode_tensors.ts";
import { encodePlain } from "../../lib/format/encode_plain.ts";

Deno.test("encodePlain() writes typed arrays as tensors, and the rest as JSON", () => {
  const { tensors, metadata } = decodeTensors(encodePlain({ a: Float64Array.of(1.5), b: [NaN, "x"] }));
  assertEquals([...tensors], [["plain.a", Float64Array.of(1.5)]]);
  assertEquals(JSON.parse(metadata.plain as string), { a: { $tensor: "plain.a" }, b: [{ $number: "NaN" }, "x"] });
});

Deno.test("encodePlain() refuses what is no plain data", () => {
  assertThrows(() => encodePlain({ a: new Map() }), TypeError, "must be plain data");
});
