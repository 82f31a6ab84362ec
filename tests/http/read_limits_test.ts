import { assertEquals, assertThrows } from "@std/assert";
import { readLimits } from "../../lib/http/read_limits.ts";

Deno.test("readLimits() fills in what is missing", () => {
  const defaults = {
    bodyBytes: 4_194_304,
    samplesPerRequest: 10_000,
    waitingSamples: 100_000,
    waitingBytes: 67_108_864,
    models: 100,
    parameters: 10_000_000,
  };
  assertEquals(readLimits(), defaults);
  assertEquals(readLimits({ bodyBytes: 5 }), { ...defaults, bodyBytes: 5 });
});

Deno.test("readLimits() refuses what limits nothing or everything", () => {
  for (const value of [0, -1, 1.5, NaN, Infinity, "10" as unknown as number]) {
    assertThrows(
      () => readLimits({ samplesPerRequest: value }),
      RangeError,
      `Cannot create app as samplesPerRequest must be a whole number from 1 on: current value is ${value}`,
    );
  }
});
