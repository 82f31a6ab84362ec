import { assertEquals, assertThrows } from "@std/assert";
import { readOptions } from "../../lib/replay/read_options.ts";

Deno.test("readOptions() completes the options, and the spec holds those that are data", () => {
  const { spec, seed, maxBytes, bytesOf } = readOptions("reservoir", { capacity: 5 });
  assertEquals([spec, seed, maxBytes], [{ name: "reservoir", capacity: 5, seed: 0 }, 0, Infinity]);
  assertEquals(bytesOf([1, 2]), 16 + 2 * 16);
  const given = readOptions<string>("reservoir", { capacity: 5, seed: 2, maxBytes: 9, bytesOf: (text) => text.length });
  assertEquals([given.spec, given.maxBytes], [{ name: "reservoir", capacity: 5, seed: 2, maxBytes: 9 }, 9]);
  assertEquals(given.bytesOf("abc"), 3);
});

Deno.test("readOptions() throws if an option is out of range", () => {
  for (const capacity of [0, -1, 1.5, NaN, Infinity, "5" as unknown as number]) {
    assertThrows(
      () => readOptions("reservoir", { capacity }),
      RangeError,
      `Cannot create reservoir as capacity must be a whole number above 0: current value is ${capacity}`,
    );
  }
  assertThrows(
    () => readOptions("a", { capacity: 1, maxBytes: 0 }),
    RangeError,
    "as maxBytes must be a whole number above",
  );
  assertThrows(
    () => readOptions("a", { capacity: 1, seed: -1 }),
    RangeError,
    "as seed must be a whole number from 0 on",
  );
});

Deno.test("readOptions() gives a bytesOf that throws where the bytes are no whole number", () => {
  for (const bytes of [NaN, -1, 0.5, Infinity]) {
    const { bytesOf } = readOptions("reservoir", { capacity: 1, bytesOf: () => bytes });
    assertThrows(
      () => bytesOf(1),
      RangeError,
      `Cannot add item as bytesOf must give a whole number from 0 on: current value is ${bytes}`,
    );
  }
});
