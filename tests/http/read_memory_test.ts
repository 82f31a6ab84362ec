import { assertEquals, assertThrows } from "@std/assert";
import { readMemory } from "../../lib/http/read_memory.ts";

Deno.test("readMemory() fills in what is missing", () => {
  const age = 86_400_000;
  const { windows, versions } = readMemory({ memory: { keys: 5, predictionBytes: 6 }, versions: { keep: 0 } });
  assertEquals(windows, {
    ids: { entries: 65_536, bytes: Infinity, age },
    keys: { entries: 5, bytes: Infinity, age },
    predictions: { entries: 16_384, bytes: 6, age },
  });
  assertEquals(versions, { keep: 0, samples: 10_000, age: 3_600_000 });
});

Deno.test("readMemory() refuses what is no whole number from 0 on", () => {
  for (const value of [-1, 0.5, NaN, Infinity, "1" as unknown as number]) {
    assertThrows(
      () => readMemory({ memory: { age: value } }),
      RangeError,
      `Cannot create app as memory.age must be a whole number from 0 on: current value is ${value}`,
    );
    assertThrows(() => readMemory({ versions: { samples: value } }), RangeError, "versions.samples must be");
  }
});
