import { pageHinkley } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { checkReference, streams } from "./check_reference.ts";
import { bits, placesOf, stateOf } from "./streams.ts";

Deno.test("pageHinkley() sums what lies beyond the mean, and alarms where the sum has come too far", () => {
  const detector = pageHinkley({ minInstances: 1, delta: 0.5, threshold: 1, alpha: 1, mode: "up" });
  assertEquals(stateOf(detector, [2]), { count: 1, mean: 2, rise: -0.5, leastRise: -0.5, fall: 0.5, mostFall: 0.5 });
  // The mean is 3, so the rise is -.5 + 4 - 3 - .5 = 0.
  assertEquals(stateOf(detector, [2, 4]), { count: 2, mean: 3, rise: 0, leastRise: -0.5, fall: 2, mostFall: 2 });
  // 0 + 6 - 4 - .5 = 1.5, which is 2 above the least.
  assertEquals(placesOf(detector, [2, 4, 6]), [2]);
});

checkReference("pageHinkley");

Deno.test("pageHinkley() finds what River publishes for its example: a change at 1006", () => {
  assertEquals(placesOf(pageHinkley(), streams.riverLevels), [1006]);
});

Deno.test("pageHinkley() starts anew after a drift", () => {
  const detector = pageHinkley({ threshold: 5 });
  const values = [...Array(100).fill(0), ...Array(6).fill(1)];
  assertEquals(placesOf(detector, values), [105]);
  assertEquals(detector.update(stateOf(detector, values), 7), stateOf(detector, [7]));
});

Deno.test("pageHinkley() looks for a rise, a fall, or both", () => {
  const values = [...Array(100).fill(0), ...Array(100).fill(2), ...Array(100).fill(0)];
  const [up, down, both] = (["up", "down", "both"] as const).map((mode) =>
    placesOf(pageHinkley({ threshold: 10, mode }), values)
  );
  assert(up.length === 1 && up[0] >= 100 && up[0] < 110);
  assert(down.length === 1 && down[0] >= 200 && down[0] < 215);
  assertEquals(both.length, 2);
});

Deno.test("pageHinkley() has at most 20 false alarms in 100,000 values, the fewer the rarer the ones", () => {
  for (const [share, most] of [[0.01, 3], [0.2, 8], [0.5, 20]]) {
    const { length } = placesOf(pageHinkley(), bits(7, [100_000, share]));
    assert(length <= most, `${length} of share ${share}`);
  }
});

Deno.test("pageHinkley() finds a change from .2 to .5 within 300 values, and a slow one before it is over", () => {
  for (let seed = 0; seed < 20; seed++) {
    const [abrupt] = placesOf(pageHinkley(), bits(seed, [2000, 0.2], [1000, 0.5]));
    assert(abrupt >= 2000 && abrupt <= 2300, `at ${abrupt}, seed ${seed}`);
    const [gradual] = placesOf(pageHinkley(), bits(seed, [2000, 0.2], [2000, (i) => 0.2 + 0.6 * i / 2000]));
    assert(gradual >= 2000 && gradual < 4000, `at ${gradual}, seed ${seed}`);
  }
});

Deno.test("pageHinkley() never alarms at a constant", () => {
  for (const value of [0, 1, 0.1, -1e30]) assertEquals(placesOf(pageHinkley(), Array(3000).fill(value)), []);
});

Deno.test("pageHinkley() rejects options out of range", () => {
  const wrong = { minInstances: 0, delta: -1, threshold: NaN, alpha: 0 };
  for (const [field, value] of Object.entries(wrong)) {
    assertThrows(() => pageHinkley({ [field]: value }), RangeError, `Cannot create pageHinkley as ${field} must be a`);
  }
  assertThrows(
    () => pageHinkley({ mode: "left" as "up" }),
    RangeError,
    'Cannot create pageHinkley as mode must be one of up, down, both: current value is "left"',
  );
});
