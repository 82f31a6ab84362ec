import { accuracy, createMetric, macroF1, rolling } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { pairs, scoreOf } from "./predictions.ts";

Deno.test("createMetric() makes what a spec names, with its options", () => {
  assertEquals(createMetric({ name: "accuracy" }).spec, accuracy().spec);
  assertEquals(createMetric({ name: "macroF1", multilabel: true }).spec, macroF1({ multilabel: true }).spec);
  const spec = { name: "rolling", metric: { name: "accuracy" }, window: 2 };
  assertEquals(createMetric(spec).spec, rolling(accuracy(), { window: 2 }).spec);
  assertEquals(scoreOf(createMetric(spec), pairs([1, 1], [1, 0], [1, 1])), 1 / 2);
});

Deno.test("createMetric() rejects names that it does not know, options out of range, and what is no spec", () => {
  for (const name of ["loss", "toString", 3 as unknown as string]) {
    assertThrows(() => createMetric({ name }), RangeError, "Cannot create metric as name must be one of accuracy, ");
  }
  assertThrows(() => createMetric({ name: "rolling", metric: { name: "mae" } }), RangeError, "as window must be");
  assertThrows(() => createMetric({ name: "fading" }), TypeError, "Cannot create metric as spec must be an object");
  assertThrows(() => createMetric("mae" as unknown as { name: string }), TypeError, "as spec must be an object");
});
