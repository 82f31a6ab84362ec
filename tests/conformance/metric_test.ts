/** The checks that every metric and every baseline must pass. */
import {
  accuracy,
  type AnyMetric,
  balancedAccuracy,
  type Baseline,
  cohenKappa,
  confusionMatrix,
  createMetric,
  f1,
  fading,
  hammingLoss,
  kappaM,
  kappaT,
  logLoss,
  macroF1,
  mae,
  mcc,
  mean,
  noChange,
  prior,
  r2,
  rmse,
  rocAuc,
  rolling,
  rollingMean,
  subsetAccuracy,
} from "@backstream/backstream";
import * as core from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertForm } from "../metric/assert_form.ts";
import { drawnPredictions } from "../metric/predictions.ts";

const metrics: AnyMetric[] = [
  accuracy(),
  balancedAccuracy(),
  cohenKappa(),
  confusionMatrix(),
  f1(),
  fading(kappaT(), { factor: 0.99 }),
  fading(rocAuc(), { factor: 0.99 }),
  hammingLoss(),
  kappaM(),
  kappaT(),
  logLoss(),
  macroF1(),
  macroF1({ multilabel: true }),
  mae(),
  mcc(),
  mean(),
  r2(),
  rmse(),
  rocAuc(),
  rolling(kappaT(), { window: 40 }),
  rolling(macroF1({ multilabel: true }), { window: 40 }),
  rolling(mean(), { window: 40 }),
  rollingMean(40),
  subsetAccuracy(),
];

/** Observations of each kind that a metric takes. */
function observationsFor({ observation }: AnyMetric): unknown[][] {
  if (observation === "number") return [drawnPredictions(150, 1).map(({ output }) => output[0])];
  const growing = [...drawnPredictions(40, 1), ...drawnPredictions(40, 2), ...drawnPredictions(70, 4)];
  return [drawnPredictions(150, 1), drawnPredictions(150, 3), growing];
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}

function stateOf(metric: AnyMetric, observations: unknown[], renew = (state: unknown) => state): unknown {
  return observations.reduce((state, observation) => renew(metric.update(state, observation)), metric.init());
}

function assertSameScore(actual: number | number[][], expected: number | number[][]): void {
  assertClose([actual].flat(2), [expected].flat(2), { absolute: 1e-11 });
}

for (const metric of metrics) {
  const name = JSON.stringify(metric.spec);
  const streams = observationsFor(metric);

  Deno.test(`${name}: updates change nothing that they are given, and the state is of its form`, () => {
    for (const stream of streams) {
      let state = frozen(metric.init());
      for (const observation of stream) {
        assertForm(state, metric.form);
        state = frozen(metric.update(state, frozen(observation)));
      }
      assertForm(state, metric.form);
    }
  });

  Deno.test(`${name}: the state survives a clone and JSON`, () => {
    for (const stream of streams) {
      const state = stateOf(metric, stream);
      assertEquals(structuredClone(state), state);
      assertEquals(stateOf(metric, stream, (state) => JSON.parse(JSON.stringify(state))), state);
    }
  });

  Deno.test(`${name}: the spec makes the same metric again`, () => {
    const again = createMetric(JSON.parse(JSON.stringify(metric.spec)));
    assertEquals(again.spec, metric.spec);
    assertEquals(again.form, metric.form);
    for (const stream of streams) {
      assertEquals(again.value(stateOf(again, stream)), metric.value(stateOf(metric, stream)));
    }
  });

  Deno.test(`${name}: nothing is known before the first observation`, () => {
    assertEquals(metric.value(metric.init()), metric.spec.name === "confusionMatrix" ? [] : NaN);
  });

  Deno.test(`${name}: two states merge into that of both streams`, () => {
    const { merge } = metric;
    if (merge === undefined) return;
    for (const stream of streams) {
      const whole = metric.value(stateOf(metric, stream));
      for (const split of [0, 1, 60, stream.length]) {
        const parts = [stream.slice(0, split), stream.slice(split)].map((part) => frozen(stateOf(metric, part)));
        assertSameScore(metric.value(merge(parts[0], parts[1])), whole);
      }
    }
  });

  Deno.test(`${name}: what is scaled has the same value, but for counts, and counts less later on`, () => {
    const { scale } = metric;
    if (scale === undefined) return;
    for (const stream of streams) {
      const state = frozen(stateOf(metric, stream));
      const times = metric.spec.name === "confusionMatrix" ? 4 : 1;
      const scaled = metric.value(scale(state, 0.25));
      assertForm(scale(state, 0.25), metric.form);
      assertSameScore([scaled].flat(2).map((x) => [x * times]), [metric.value(state)].flat(2).map((x) => [x]));
    }
  });
}

Deno.test("every metric of the core is checked here", () => {
  const checked = new Set(metrics.map(({ spec }) => spec.name));
  const isMetric = (make: unknown) => {
    try {
      const made = (make as () => AnyMetric)();
      return "merge" in made && "observation" in made;
    } catch {
      return false;
    }
  };
  const made = Object.entries(core).filter(([, make]) => typeof make === "function" && isMetric(make));
  assertEquals(made.map(([name]) => name).filter((name) => !checked.has(name)), []);
  assertEquals(made.length > 15, true);
});

// deno-lint-ignore no-explicit-any
const baselines: Baseline<any>[] = [noChange(), prior()];

for (const baseline of baselines) {
  Deno.test(`${baseline.spec.name}: updates change nothing that they are given, and the state is of its form`, () => {
    let state = frozen(baseline.init());
    for (const { target, weight } of [...drawnPredictions(20, 2), ...drawnPredictions(20, 3)]) {
      assertForm(state, baseline.form);
      state = frozen(baseline.update(state, frozen(target), weight));
      assertEquals(baseline.predict(JSON.parse(JSON.stringify(state))), baseline.predict(state));
    }
    assertEquals(baseline.predict(state).length, 3);
  });
}
