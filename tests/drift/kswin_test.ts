import { kswin } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { bits, placesOf, stateOf } from "./streams.ts";

Deno.test("kswin() compares the newest values with older ones when its window is full, and then keeps the newest", () => {
  const detector = kswin({ alpha: 0.02, windowSize: 10, statSize: 5 });
  // 5 older and 5 newest values all differ: p = 2 / C(10, 5) = .0079. At 4 of 5, D = .8 and p = 2 C(10, 1) / 252 = .079.
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  assertEquals(placesOf(detector, values), [9]);
  assertEquals(stateOf(detector, values).values, [6, 7, 8, 9, 10]);
  assertEquals(placesOf(detector, [1, 2, 3, 4, 9, 6, 7, 8, 9, 10]), []);
  assertEquals(placesOf(kswin({ alpha: 0.007, windowSize: 10, statSize: 5 }), values), []);
});

checkReference("kswin");

Deno.test("kswin() sees a change of the spread alone", () => {
  const values = [...bits(1, [500, 0.5]).map((bit) => bit * 8), ...bits(2, [100, 0.5]).map((bit) => 3 + bit * 2)];
  const [place] = placesOf(kswin(), values);
  assert(place >= 500 && place < 540, `at ${place}`);
});

Deno.test("kswin() has at most 60 false alarms in 100,000 values that are 0 or 1", () => {
  for (const share of [0.01, 0.2, 0.5]) {
    const { length } = placesOf(kswin(), bits(7, [100_000, share]));
    assert(length <= 60, `${length} of share ${share}`);
  }
});

Deno.test("kswin() finds a change from .2 to .9 within its window, and one that takes 100 values", () => {
  for (let seed = 0; seed < 20; seed++) {
    const after = (values: number[]) => placesOf(kswin(), values).find((place) => place >= 1000)!;
    const abrupt = after(bits(seed, [1000, 0.2], [100, 0.9]));
    assert(abrupt < 1100, `at ${abrupt}, seed ${seed}`);
    const gradual = after(bits(seed, [1000, 0.05], [100, (i) => 0.05 + 0.9 * i / 100], [100, 0.95]));
    assert(gradual < 1200, `at ${gradual}, seed ${seed}`);
  }
});

Deno.test("kswin() never alarms at a constant, nor at a few that differ little among many", () => {
  for (const value of [0, 0.1, -1e30]) assertEquals(placesOf(kswin(), Array(1000).fill(value)), []);
  const values = [...bits(1, [1500, 0.5]), ...bits(2, [1500, 0.42])]; // D stays below 0.1, p does not
  assertEquals(placesOf(kswin({ alpha: 0.05, windowSize: 3000, statSize: 1500 }), values), []);
});

Deno.test("kswin() rejects options out of range", () => {
  for (const alpha of [0, 1, NaN]) {
    assertThrows(() => kswin({ alpha }), RangeError, "as alpha must be a number between");
  }
  assertThrows(
    () => kswin({ statSize: 0 }),
    RangeError,
    "Cannot create kswin as statSize must be a whole number above 0",
  );
  assertThrows(
    () => kswin({ windowSize: 59 }),
    RangeError,
    "Cannot create kswin as windowSize must be a whole number from twice statSize 30 on: current value is 59",
  );
  assertThrows(() => kswin({ seed: 0.5 }), RangeError, "as seed must be a whole number from 0 on");
});
