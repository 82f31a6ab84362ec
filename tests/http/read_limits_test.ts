import { assertEquals, assertThrows } from "@std/assert";
import { readLimits } from "../../lib/http/read_limits.ts";

Deno.test("readLimits() fills in what is missing", () => {
  const all = readLimits();
  assertEquals([all.bodyBytes, all.samplesPerRequest, all.requestsPerSecond], [4_194_304, 10_000, Infinity]);
  assertEquals(readLimits({ bodyBytes: 5, requestsPerSecond: 0.5 }), { ...all, bodyBytes: 5, requestsPerSecond: 0.5 });
});

Deno.test("readLimits() refuses what limits nothing or everything", () => {
  for (const value of [0, -1, 1.5, NaN, Infinity, "10" as unknown as number]) {
    assertThrows(
      () => readLimits({ samplesPerRequest: value }),
      RangeError,
      `Cannot create app as samplesPerRequest must be a whole number from 1 on: current value is ${value}`,
    );
  }
  for (const value of [0, -1, NaN, "10" as unknown as number]) {
    assertThrows(
      () => readLimits({ requestsPerSecond: value }),
      RangeError,
      `Cannot create app as requestsPerSecond must be a number above 0: current value is ${value}`,
    );
  }
});
