import { type Metric, type Prediction, rolling } from "@backstream/backstream";
import { assertClose } from "../helper/assert_close.ts";
import { scoreOf } from "./predictions.ts";

type Score = number | number[][];

interface Case {
  readonly outputs: number[][];
  readonly targets: number[][];
  readonly plain: Record<string, Score>;
  readonly weighted: Record<string, Score>;
  readonly newest: Record<string, Score>;
}

type CaseName = "binary" | "classes" | "labels" | "regression";

const { window, weights, ...cases } = JSON.parse(
  Deno.readTextFileSync(new URL("../reference/metrics.json", import.meta.url)),
) as { window: number; weights: number[] } & Record<CaseName, Case>;

/** Checks a metric against numbers from elsewhere: without weights, with weights, and of the newest predictions. */
export function checkReference<State>(metric: Metric<State, Prediction, Score>, ...names: CaseName[]): void {
  const { name } = metric.spec;
  for (const kind of names) {
    const { outputs, targets, plain, weighted, newest } = cases[kind];
    const bare = outputs.map((output, i): Prediction => ({ output, target: targets[i] }));
    const heavy = bare.map((prediction, i): Prediction => ({ ...prediction, weight: weights[i] }));
    Deno.test(`${name}() equals scikit-learn or its formula within 1e-12: ${kind}`, () => {
      const check = (actual: Score, expected: Score) =>
        assertClose([actual].flat(2), [expected].flat(2), { absolute: 1e-12 });
      check(scoreOf(metric, bare), plain[name]);
      check(scoreOf(metric, heavy), weighted[name]);
      check(scoreOf(rolling(metric, { window }), heavy), newest[name]);
    });
  }
}
