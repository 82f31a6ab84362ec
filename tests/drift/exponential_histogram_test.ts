import { assert, assertEquals } from "@std/assert";
import {
  addToHistogram,
  bucketsOf,
  dropOldest,
  type Histogram,
  merged,
} from "../../lib/drift/exponential_histogram.ts";
import { assertClose } from "../helper/assert_close.ts";

const histogramOf = (values: readonly number[], maxBuckets: number) =>
  values.reduce<Histogram>((rows, value) => addToHistogram(rows, value, maxBuckets), []);

Deno.test("addToHistogram() makes one bucket of the two oldest where there are too many", () => {
  assertEquals(histogramOf([1, 3], 2), [{ means: [1, 3], squares: [0, 0] }]);
  assertEquals(histogramOf([1, 3, 5], 2), [{ means: [5], squares: [0] }, { means: [2], squares: [2] }]);
});

Deno.test("addToHistogram() makes at most two rows on average, and shares the others", () => {
  let [rows, made]: [Histogram, number] = [[], 0];
  for (let i = 0; i < 2000; i++) {
    const next = addToHistogram(rows, i, 3);
    made += next.filter((row, place) => row !== rows[place]).length;
    rows = next;
  }
  assert(made <= 4000, `${made} in 2000`);
});

for (const maxBuckets of [1, 2, 5]) {
  Deno.test(`bucketsOf() gives mean and squares of each bucket, the oldest first: at most ${maxBuckets} of a size`, () => {
    const values = Array.from({ length: 100 }, (_, i) => i * i % 17);
    for (let n = 1; n <= values.length; n++) {
      let place = 0;
      const { counts, means, squares } = bucketsOf(histogramOf(values.slice(0, n), maxBuckets));
      counts.forEach((count, k) => {
        const part = values.slice(place, place += count);
        const expected = part.reduce((sum, x) => sum + x, 0) / count;
        assertClose([means[k], squares[k]], [expected, part.reduce((sum, x) => sum + (x - expected) ** 2, 0)], {
          absolute: 1e-9,
        });
      });
      assertEquals(place, n);
    }
  });
}

Deno.test("dropOldest() leaves the newest buckets", () => {
  const rows = histogramOf(Array.from({ length: 50 }, (_, i) => i), 2);
  const { counts, means, squares } = bucketsOf(rows);
  for (let count = 0; count <= counts.length; count++) {
    const left = dropOldest(rows, count);
    assertEquals(bucketsOf(left), {
      counts: counts.slice(count),
      means: means.slice(count),
      squares: squares.slice(count),
    });
    assert(left.length === 0 || left[left.length - 1].means.length > 0);
  }
});

Deno.test("merged() is the bucket of both, and keeps a mean that both have to the last bit", () => {
  const both = merged({ count: 2, mean: 1, squares: 2 }, { count: 2, mean: 3, squares: 0 });
  assertEquals(both, { count: 4, mean: 2, squares: 6 });
  assertEquals(merged({ count: 3, mean: 0.1, squares: 0 }, { count: 7, mean: 0.1, squares: 0 }), {
    count: 10,
    mean: 0.1,
    squares: 0,
  });
});
