import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { type Descent, weightedLength } from "../../lib/optimizer/weighted_length.ts";

/** tau of many small steps, for a cost whose slope along the line is known. */
function small(slope: (tau: number) => number, h: number): number {
  const count = 1e5;
  let tau = 0;
  for (let i = 0; i < count; i++) tau += h / count * slope(tau) / slope(0);
  return tau;
}

const parabola: Descent = { drop: 1, excess: 0.5, course: "quadratic" }; // (1 - tau)^2 / 2

/** ln(1 + e^-(m + s tau)). */
function event(m: number, s: number): Descent {
  return { drop: s / (1 + Math.exp(m)), excess: Math.log1p(Math.exp(-m)), course: "logistic" };
}

Deno.test("weightedLength() on a parabola is (1 - e^-h) of the way", () => {
  assertAlmostEquals(weightedLength(parabola, 1), 1 - Math.exp(-1), 1e-12);
  assertAlmostEquals(weightedLength(parabola, 1000), 1, 1e-12);
  assertAlmostEquals(weightedLength(parabola, 2), small((tau) => 1 - tau, 2), 1e-4);
});

Deno.test("weightedLength() of a logistic cost is what small steps come to", () => {
  for (const m of [-6, -1, 0, 2]) {
    for (const s of [0.01, 1]) {
      const expected = small((tau) => 1 / (1 + Math.exp(m + s * tau)), 5);
      assertAlmostEquals(weightedLength(event(m, s), 5), expected, 1e-4 * expected);
    }
  }
});

Deno.test("weightedLength() of two weights one after the other is that of their sum", () => {
  for (const m of [-30, -3, 0, 3, 30]) {
    const first = weightedLength(event(m, 0.7), 3);
    const then = m + 0.7 * first;
    // Lengths are measured by the slope where a line starts.
    const second = weightedLength(event(then, 0.7 * (1 + Math.exp(m)) / (1 + Math.exp(then))), 40) *
      (1 + Math.exp(m)) / (1 + Math.exp(then));
    const whole = weightedLength(event(m, 0.7), 43);
    assertAlmostEquals(first + second, whole, 1e-6 * whole);
  }
});

Deno.test("weightedLength() grows with the weight, is at most it, and begins as it", () => {
  const descents = [parabola, event(-400, 2), event(-2, 1), event(1, 5), { ...parabola, course: "unknown" as const }];
  for (const descent of descents) {
    let before = 0;
    for (const h of [1e-9, 1e-3, 1, 10, 1e3, 1e6]) {
      const tau = weightedLength(descent, h);
      assert(tau >= before && tau <= h * (1 + 1e-12), `${JSON.stringify(descent)}: ${tau} of ${h}`);
      before = tau;
    }
    assertAlmostEquals(weightedLength(descent, 1e-9) / 1e-9, 1, 1e-6);
  }
});

Deno.test("weightedLength() of an unknown course goes at most as far as the step of Polyak", () => {
  assertAlmostEquals(weightedLength({ drop: 4, excess: 2, course: "unknown" }, 1e6), 0.5, 1e-12);
});

Deno.test("weightedLength() where nothing is in excess, as rounding may have it, is at most 1", () => {
  assertEquals([0.5, 1000].map((h) => weightedLength({ ...parabola, excess: -1e-17 }, h)), [0.5, 1]);
});
