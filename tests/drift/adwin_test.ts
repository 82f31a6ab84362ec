import { adwin, type AdwinOptions } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { checkReference, streams } from "./check_reference.ts";
import { bits, placesOf, stateOf } from "./streams.ts";

Deno.test("adwin() drops old values when the mean has moved, and looks at each 32nd value", () => {
  const values = [...Array(64).fill(0), ...Array(64).fill(1)];
  // ln(2 ln(96) / .002) = 8.428; at 96 the cut 64 | 32 has 1/m = 1/60 + 1/28 = .0524, v = 2/9,
  // so the bound is sqrt(2 x .0524 x .2222 x 8.428) + 2/3 x .0524 x 8.428 = .443 + .294 < 1.
  assertEquals(placesOf(adwin(), values.slice(0, 96)), [95]);
  const { width } = stateOf(adwin(), values.slice(0, 96));
  assert(width >= 32 && width < 64, `${width} values are left`);
  assertEquals(stateOf(adwin(), values.slice(0, 95)).width, 95);
});

checkReference("adwin");

Deno.test("adwin() finds what River publishes for its example: a change at 1023", () => {
  assertEquals(placesOf(adwin(), streams.riverLevels), [1023]);
});

/** All values of the window, and every cut of it with the same bound. */
function isDrift(values: readonly number[], { delta = 0.002, minWindowLength = 5 }: AdwinOptions): boolean {
  const n = values.length;
  const mean = (part: readonly number[]) => part.reduce((sum, x) => sum + x, 0) / part.length;
  const variance = mean(values.map((x) => (x - mean(values)) ** 2));
  const confidence = Math.log(2 * Math.log(n) / delta);
  return values.some((_, cut) => {
    if (Math.min(cut, n - cut) < minWindowLength) return false;
    const reciprocal = 1 / (cut - minWindowLength + 1) + 1 / (n - cut - minWindowLength + 1);
    const bound = Math.sqrt(2 * reciprocal * variance * confidence) + 2 / 3 * reciprocal * confidence;
    return Math.abs(mean(values.slice(0, cut)) - mean(values.slice(cut))) > bound;
  });
}

for (const [first, second] of [[0.2, 0.5], [0.5, 0.2], [0.1, 0.9], [0.01, 0.1]]) {
  Deno.test(`adwin() finds a change from ${first} to ${second} at most 64 values after all cuts of all values do`, () => {
    for (let seed = 0; seed < 5; seed++) {
      const values = bits(seed, [640, first], [640, second]);
      const [found] = placesOf(adwin(), values);
      let exact = 31;
      while (!isDrift(values.slice(0, exact + 1), {})) exact += 32;
      assert(found >= exact && found <= exact + 64, `${found} after ${exact}, seed ${seed}`);
    }
  });
}

Deno.test("adwin() goes without 100,000 values' false alarms, whatever their mean", () => {
  for (const share of [0.01, 0.2, 0.5]) {
    assert(placesOf(adwin(), bits(7, [100_000, share])).length <= 1);
  }
});

Deno.test("adwin() finds a change from .2 to .5 within 160 values, and a slow one before it is over", () => {
  for (let seed = 0; seed < 20; seed++) {
    const [abrupt] = placesOf(adwin(), bits(seed, [2000, 0.2], [1000, 0.5]));
    assert(abrupt >= 2000 && abrupt <= 2160, `at ${abrupt}, seed ${seed}`);
    const [gradual] = placesOf(adwin(), bits(seed, [2000, 0.2], [2000, (i) => 0.2 + 0.6 * i / 2000]));
    assert(gradual >= 2000 && gradual < 3500, `at ${gradual}, seed ${seed}`);
  }
});

Deno.test("adwin() never alarms at a constant, of whatever size", () => {
  for (const value of [0, 1, 0.1, -1 / 3, 1e30, 1e-30]) {
    assertEquals(placesOf(adwin({ clock: 1 }), Array(3000).fill(value)), []);
  }
});

Deno.test("adwin() remembers 10 numbers for each doubling of the window", () => {
  const { rows, width } = stateOf(adwin(), bits(1, [50_000, 0.5]));
  assertEquals(width, 50_000);
  assertEquals(rows.reduce((sum, { means }, i) => sum + means.length * 2 ** i, 0), width);
  assert(rows.length <= 15 && rows.every(({ means, squares }) => means.length <= 5 && squares.length === means.length));
});

Deno.test("adwin() does not look before the grace period is over, nor at parts that are too short", () => {
  const values = [...Array(50).fill(0), ...Array(50).fill(1000)];
  assertEquals(placesOf(adwin({ clock: 1, gracePeriod: 100 }), values), []);
  const [found] = placesOf(adwin({ clock: 1, minWindowLength: 20 }), values);
  assert(found >= 69 && found < 75, `at ${found}`);
});

Deno.test("adwin() rejects options out of range", () => {
  for (const delta of [0, 1, -1, NaN]) {
    assertThrows(
      () => adwin({ delta }),
      RangeError,
      `Cannot create adwin as delta must be a number between 0 and 1: current value is ${delta}`,
    );
  }
  for (const field of ["clock", "maxBuckets", "minWindowLength"]) {
    assertThrows(() => adwin({ [field]: 0 }), RangeError, `as ${field} must be a whole number above 0`);
  }
  assertThrows(() => adwin({ gracePeriod: -1 }), RangeError, "as gracePeriod must be a whole number from 0 on");
});
