/** The checks that every detector of drift must pass. */
import { adwin, type AnyDriftDetector, createDriftDetector, ddm, kswin, pageHinkley } from "@backstream/backstream";
import * as core from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { bits } from "../drift/streams.ts";
import { assertForm } from "../metric/assert_form.ts";

const detectors: AnyDriftDetector[] = [
  adwin(),
  adwin({ delta: 0.1, clock: 1, maxBuckets: 2, minWindowLength: 2, gracePeriod: 0 }),
  ddm(),
  ddm({ warmStart: 0, warningThreshold: 1, driftThreshold: 1.5 }),
  kswin(),
  kswin({ alpha: 0.05, windowSize: 41, statSize: 20, seed: 3 }),
  pageHinkley(),
  pageHinkley({ minInstances: 1, delta: 0, threshold: 5, alpha: 0.99, mode: "down" }),
];

const stream = bits(5, [400, 0.1], [300, 0.8], [300, 0.05], [200, 0.9]);

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}

/** All states from one on. */
function statesFrom({ update }: AnyDriftDetector, state: unknown, values: readonly number[]): unknown[] {
  return values.map((value) => state = update(state, value));
}

for (const detector of detectors) {
  const name = JSON.stringify(detector.spec);
  const states = statesFrom(detector, detector.init(), stream);
  const last = states[states.length - 1];

  Deno.test(`${name}: updates change nothing that they are given, and each state is of its form`, () => {
    let state = frozen(detector.init());
    for (const value of stream) {
      assertForm(state, detector.form);
      state = frozen(detector.update(state, value));
    }
    assertForm(state, detector.form);
    assertEquals(state, last);
  });

  Deno.test(`${name}: a drift is found, and nothing before the first value`, () => {
    assertEquals(detector.status(detector.init()), "stable");
    assert(states.some((state) => detector.status(state) === "drift"));
    assert(states.some((state) => detector.status(state) === "stable"));
  });

  Deno.test(`${name}: a stream may be split anywhere, and goes on from a clone and from JSON`, () => {
    for (let split = 0; split < stream.length; split += 97) {
      for (const copy of [structuredClone, (state: unknown) => JSON.parse(JSON.stringify(state))]) {
        const middle = copy(split === 0 ? detector.init() : states[split - 1]);
        assertEquals(statesFrom(detector, middle, stream.slice(split)).at(-1), last);
      }
    }
  });

  Deno.test(`${name}: the spec makes the same detector again`, () => {
    const again = createDriftDetector(JSON.parse(JSON.stringify(detector.spec)));
    assertEquals([again.spec, again.form], [detector.spec, detector.form]);
    assertEquals(statesFrom(again, again.init(), stream).at(-1), last);
  });

  Deno.test(`${name}: a state stays small however long the stream is`, () => {
    const size = (state: unknown) => JSON.stringify(state).length;
    const steady = statesFrom(detector, detector.init(), bits(1, [20_000, 0.5]));
    assert(size(steady.at(-1)) < 2 * size(steady[2000]) + 200);
  });

  Deno.test(`${name}: a value that is not finite is refused, and the state goes on as if it had not come`, () => {
    const state = frozen(structuredClone(states[500]));
    for (const value of [NaN, Infinity, -Infinity]) {
      assertThrows(() => detector.update(state, value), RangeError, `current value is ${value}`);
    }
    assertThrows(() => detector.update(state, "1" as unknown as number), RangeError, 'current value is "1"');
    assertEquals(statesFrom(detector, state, stream.slice(501)).at(-1), last);
  });

  Deno.test(`${name}: constants never alarm`, () => {
    for (const value of [0, 1, 0.1, 2 / 3]) {
      for (const state of statesFrom(detector, detector.init(), Array(500).fill(value))) {
        assertEquals(detector.status(state), "stable");
      }
    }
  });
}

Deno.test("every detector of the core is checked here", () => {
  const checked = new Set(detectors.map(({ spec }) => spec.name));
  const isDetector = (make: unknown) => {
    try {
      const made = (make as () => AnyDriftDetector)();
      return "status" in made && "form" in made;
    } catch {
      return false;
    }
  };
  const made = Object.entries(core).filter(([, make]) => typeof make === "function" && isDetector(make));
  assertEquals(made.map(([name]) => name).toSorted(), [...checked].toSorted());
});
