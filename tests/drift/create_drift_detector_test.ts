import { createDriftDetector, kswin, pageHinkley } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { placesOf } from "./streams.ts";

Deno.test("createDriftDetector() makes what a spec names, with its options", () => {
  assertEquals(createDriftDetector({ name: "kswin" }).spec, kswin().spec);
  const spec = { name: "pageHinkley", threshold: 5 };
  assertEquals(createDriftDetector(spec).spec, pageHinkley({ threshold: 5 }).spec);
  assertEquals(placesOf(createDriftDetector(spec), [...Array(100).fill(0), ...Array(6).fill(1)]), [105]);
});

Deno.test("createDriftDetector() rejects names that it does not know, options out of range, and what is no spec", () => {
  for (const name of ["eddm", "toString", 3 as unknown as string]) {
    assertThrows(
      () => createDriftDetector({ name }),
      RangeError,
      "Cannot create drift detector as name must be one of adwin, ddm, kswin, pageHinkley: current value is",
    );
  }
  assertThrows(() => createDriftDetector({ name: "adwin", delta: 2 }), RangeError, "as delta must be");
  for (const spec of [null, undefined, "adwin"]) {
    assertThrows(
      () => createDriftDetector(spec as unknown as { name: string }),
      TypeError,
      `Cannot create drift detector as spec must be an object with a name: current value is ${spec}`,
    );
  }
});
