import { ddm } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { checkReference, streams } from "./check_reference.ts";
import { bits, placesOf, stateOf } from "./streams.ts";

Deno.test("ddm() compares share and deviation with the least they were", () => {
  const detector = ddm({ warmStart: 3 });
  // p = 1/4, s = sqrt(3/16 / 4)
  const first = { count: 4, mean: 0.25, leastMean: 0.25, leastDeviation: Math.sqrt(0.1875 / 4) };
  assertEquals(stateOf(detector, [1, 0, 0, 0]), first);
  // p = 2/5, s = .219: p + s = .619, and .25 + 2 x .2165 = .683.
  assertEquals(detector.status(stateOf(detector, [1, 0, 0, 0, 1])), "stable");
  // p = 1/2, s = .204: .704 is above that, and below .25 + 3 x .2165 = .9.
  assertEquals(detector.status(stateOf(detector, [1, 0, 0, 0, 1, 1])), "warning");
  // p = 8/11, s = .134: .862; p = 9/12, s = .125: .875; p = 10/13: .886; p = 11/14: .895; p = 12/15: .903.
  assertEquals(placesOf(detector, [1, 0, 0, 0, ...Array(11).fill(1)]), [14]);
});

checkReference("ddm");

Deno.test("ddm() finds what River publishes for its example: warnings from 1084 and 1492 on, a change at 1334", () => {
  assertEquals(placesOf(ddm(), streams.riverErrors), [1334]);
  const warnings = placesOf(ddm(), streams.riverErrors, "warning");
  assertEquals([warnings[0], warnings.find((place) => place > 1334)], [1084, 1492]);
});

Deno.test("ddm() starts anew after a drift", () => {
  const values = [...bits(1, [200, 0.1]), ...Array(40).fill(1)];
  const [place] = placesOf(ddm(), values);
  assertEquals(ddm().update(stateOf(ddm(), values.slice(0, place + 1)), 1), stateOf(ddm(), [1]));
});

Deno.test("ddm() has at most 60 false alarms in 100,000 values, most where errors are rare", () => {
  for (const [share, most] of [[0.01, 60], [0.2, 10], [0.5, 10]]) {
    const { length } = placesOf(ddm(), bits(7, [100_000, share]));
    assert(length <= most, `${length} of share ${share}`);
  }
});

Deno.test("ddm() finds a change from .2 to .5 within 600 values, and a slow one before it is over", () => {
  for (let seed = 0; seed < 20; seed++) {
    const after = (places: number[]) => places.find((place) => place >= 1000)!;
    const abrupt = after(placesOf(ddm(), bits(seed, [1000, 0.2], [1000, 0.5])));
    assert(abrupt <= 1600, `at ${abrupt}, seed ${seed}`);
    const gradual = after(placesOf(ddm(), bits(seed, [1000, 0.2], [2000, (i) => 0.2 + 0.6 * i / 2000])));
    assert(gradual < 3000, `at ${gradual}, seed ${seed}`);
  }
});

Deno.test("ddm() never alarms at a constant", () => {
  for (const value of [0, 1, 0.1, 0.7]) {
    assertEquals(placesOf(ddm(), Array(3000).fill(value)), []);
    assertEquals(placesOf(ddm(), Array(3000).fill(value), "warning"), []);
  }
});

Deno.test("ddm() takes values from 0 to 1 alone", () => {
  for (const value of [-0.1, 1.1, NaN, Infinity]) {
    assertThrows(
      () => ddm().update(ddm().init(), value),
      RangeError,
      `Cannot update ddm as value must be a number from 0 to 1: current value is ${value}`,
    );
  }
});

Deno.test("ddm() rejects options out of range", () => {
  assertThrows(
    () => ddm({ warmStart: -1 }),
    RangeError,
    "Cannot create ddm as warmStart must be a whole number from 0",
  );
  assertThrows(() => ddm({ warningThreshold: 0 }), RangeError, "as warningThreshold must be a number above 0");
  assertThrows(
    () => ddm({ driftThreshold: 1 }),
    RangeError,
    "Cannot create ddm as driftThreshold must be a number from warningThreshold 2 on: current value is 1",
  );
});
