import { nextRandom } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { type DriftWatch, initDriftWatch, openDriftWatch } from "../../../lib/http/hosted/drift_watch.ts";

/** Errors of 1 with the given probability, and 0 otherwise. */
function watch(state: DriftWatch, probability: number, count: number): DriftWatch {
  const open = openDriftWatch(state);
  let seed = 3;
  for (let i = 0; i < count; i++) {
    let value: number;
    [value, seed] = nextRandom(seed);
    open.add(value < probability ? 1 : 0);
  }
  return open.state();
}

Deno.test("openDriftWatch() notices within some hundred samples that errors become more frequent", () => {
  const before = watch(initDriftWatch(), 0.1, 10_000);
  assertEquals(before.drifts, 0);
  assertEquals([watch(before, 0.5, 200).drifts, watch(before, 0.5, 800).drifts > 0], [0, true]);
});

Deno.test("openDriftWatch() takes no improvement for a drift", () => {
  assertEquals(watch(watch(initDriftWatch(), 0.5, 10_000), 0.1, 10_000).drifts, 0);
});

Deno.test("openDriftWatch() goes on from what it remembers as if it had not been interrupted", () => {
  const errors = Array.from({ length: 5000 }, (_, i) => i < 2500 ? i % 10 === 0 ? 1 : 0 : i % 2);
  const whole = openDriftWatch(initDriftWatch());
  let parted = initDriftWatch();
  for (const [i, error] of errors.entries()) {
    whole.add(error);
    const open = openDriftWatch(i % 97 === 0 ? structuredClone(parted) : parted);
    open.add(error);
    parted = open.state();
  }
  assertEquals(parted, whole.state());
  assertEquals(parted.drifts > 0, true);
});
