import type { SparseVector } from "../../lib/kernel/mod.ts";
import { assertEquals } from "@std/assert";
import { growLagPlaces, noLagPlaces } from "../../lib/learner/lag_inputs.ts";
import { inputOf, type Known, lessonsFor, newLessons, oldLesson, sizeOf } from "../../lib/learner/table_lessons.ts";
import type { TableParts } from "../../lib/learner/table_parts.ts";
import { partsOf } from "./parts_of.ts";

/** What is known after the records. */
function knownOf(
  { encoder, codec, lags }: TableParts,
  records: Record<string, number>[],
  targets: (string | number)[],
) {
  const features = records.reduce(encoder.update, encoder.init());
  const target = targets.reduce<Known["target"]>(codec.update, codec.init());
  return {
    features,
    target,
    lag: growLagPlaces(noLagPlaces, { width: encoder.width(features), units: target.units, lags }),
  };
}

const parts = partsOf();
const known = knownOf(parts, [{ x: 1 }, { x: 3 }], ["a", "b"]); // mean 2, deviation 1
const item = { input: Float64Array.of(5), earlier: [], target: Float32Array.of(0, 1), weight: 1 };

Deno.test("sizeOf() is the columns, earlier targets and outputs; one input at least", () => {
  assertEquals(sizeOf(parts, known), { inputs: 1, units: 2 });
  const lagged = partsOf({ lags: 3 });
  assertEquals(sizeOf(lagged, knownOf(lagged, [{ x: 1, y: 2 }], ["a"])), { inputs: 8, units: 2 });
  assertEquals(sizeOf(parts, knownOf(parts, [], [])), { inputs: 1, units: 2 });
});

Deno.test("inputOf() are the columns, scaled and no further than 5 from 0", () => {
  assertEquals([...inputOf(parts, item, known) as Float32Array], [3]);
  assertEquals([...inputOf(parts, { ...item, input: Float64Array.of(1e30) }, known) as Float32Array], [5]);
  assertEquals([...inputOf(parts, item, knownOf(parts, [], [])) as Float32Array], [0]); // no column at all
});

Deno.test("inputOf() are the earlier targets as the network answers them", () => {
  const lagged = partsOf({ task: "regression", lags: 2 });
  const seen = knownOf(lagged, [{ x: 1 }, { x: 3 }], [1000, 3000]); // mean 2000, deviation 1000
  const earlier = [Float32Array.of(2500), Float32Array.of(1500)];
  assertEquals([...inputOf(lagged, { ...item, earlier }, seen) as Float32Array], [3, 0.5, -0.5]);
  assertEquals([...inputOf(lagged, { ...item, earlier: [] }, seen) as Float32Array], [3, 0, 0]);
});

Deno.test("inputOf() is sparse where the columns are", () => {
  const wide = partsOf();
  const records = Array.from({ length: 99 }, (_, i) => ({ city: `city ${i}` }));
  const seen = knownOf(wide, records as unknown as Record<string, number>[], ["a"]);
  const input = inputOf(wide, { input: wide.encoder.read(seen.features, { city: "city 7" }), earlier: [] }, seen);
  const { indices, values } = input as SparseVector;
  assertEquals([Array.from(indices), Array.from(values)], [[7], [1]]);
});

Deno.test("newLessons() are as many as the sample weighs, and one for the rest", () => {
  const weights = (weight: number) => newLessons(parts, { ...item, weight }, known).map(({ weight }) => weight);
  assertEquals([1, 2, 2.5, 0.25, 0].map(weights), [[1], [1, 1], [1, 1, 0.5], [0.25], []]);
  assertEquals(weights(16.5), Array(16).fill(1));
  assertEquals(weights(1e300), Array(16).fill(1));
  const [lesson] = newLessons(parts, item, known);
  assertEquals([[...lesson.features as Float32Array], [...lesson.target]], [[3], [0, 1]]);
});

Deno.test("oldLesson() weighs as the sample did, and 4 at most", () => {
  const weight = (weight: number) => oldLesson(parts, { ...item, weight }, known).weight;
  assertEquals([0.25, 1, 4, 1000].map(weight), [0.25, 1, 4, 4]);
});

Deno.test("oldLesson() knows of columns and classes that have come since", () => {
  const later = knownOf(parts, [{ x: 1 }, { x: 3 }, { x: 2, y: 1 }], ["a", "b", "c"]);
  const lesson = oldLesson(parts, item, later);
  assertEquals([...lesson.target], [0, 1, 0]);
  assertEquals((lesson.features as Float32Array).length, parts.encoder.width(later.features));
});

Deno.test("lessonsFor() gives each committee the targets that it answers", () => {
  const lessons = newLessons(parts, { ...item, weight: 2 }, known);
  const copy = structuredClone(lessons);
  const [main, , quick] = parts.committees.map((committee) => lessonsFor(lessons, committee));
  assertEquals(main.map(({ target }) => [...target]), Array(2).fill([...Float32Array.of(0.025, 0.975)]));
  assertEquals(quick.map(({ target }) => [...target]), Array(2).fill([0, 1]));
  assertEquals(structuredClone(lessons), copy);
});
