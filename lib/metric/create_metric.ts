import type { Spec } from "../plain/mod.ts";
import { accuracy } from "./accuracy.ts";
import { balancedAccuracy } from "./balanced_accuracy.ts";
import { cohenKappa } from "./cohen_kappa.ts";
import { confusionMatrix } from "./confusion_matrix.ts";
import { f1 } from "./f1.ts";
import { fading } from "./fading.ts";
import { hammingLoss } from "./hamming_loss.ts";
import { kappaM } from "./kappa_m.ts";
import { kappaT } from "./kappa_t.ts";
import { logLoss } from "./log_loss.ts";
import { macroF1 } from "./macro_f1.ts";
import { mae } from "./mae.ts";
import { mcc } from "./mcc.ts";
import { mean } from "./mean.ts";
import type { Metric } from "./metric.ts";
import { r2 } from "./r2.ts";
import { rmse } from "./rmse.ts";
import { rocAuc } from "./roc_auc.ts";
import { rolling } from "./rolling.ts";
import { rollingMean } from "./rolling_mean.ts";
import { subsetAccuracy } from "./subset_accuracy.ts";

/** A metric of which nothing is known but that it is one. */
// deno-lint-ignore no-explicit-any
export type AnyMetric = Metric<any, any, any>;

// deno-lint-ignore no-explicit-any
const MAKERS: Readonly<Record<string, (options: any) => AnyMetric>> = {
  accuracy,
  balancedAccuracy,
  cohenKappa,
  confusionMatrix,
  f1,
  hammingLoss,
  kappaM,
  kappaT,
  logLoss,
  macroF1,
  mae,
  mcc,
  mean,
  r2,
  rmse,
  rocAuc,
  subsetAccuracy,
  rollingMean: ({ window }) => rollingMean(window),
  rolling: ({ metric, ...options }) => rolling(createMetric(metric), options),
  fading: ({ metric, ...options }) => fading(createMetric(metric), options),
};

/**
 * The metric that a spec names: what a snapshot or a configuration file holds, made into functions again.
 *
 * @param spec The name and the options.
 * @returns The metric.
 * @throws {RangeError} If the name is unknown or an option is out of range.
 * @throws {TypeError} If the spec is not an object, or an option has the wrong type.
 *
 * @example Usage
 * ```ts
 * import { accuracy, createMetric, rolling } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const { spec } = rolling(accuracy(), { window: 100 });
 * assertEquals(createMetric({ name: "rolling", metric: { name: "accuracy" }, window: 100 }).spec, spec);
 * ```
 */
export function createMetric(spec: Spec): AnyMetric {
  if (typeof spec !== "object" || spec === null) {
    throw new TypeError(`Cannot create metric as spec must be an object with a name: current value is ${spec}`);
  }
  const { name, ...options } = spec;
  if (typeof name !== "string" || !Object.hasOwn(MAKERS, name)) {
    const names = Object.keys(MAKERS).join(", ");
    throw new RangeError(
      `Cannot create metric as name must be one of ${names}: current value is ${JSON.stringify(name)}`,
    );
  }
  return MAKERS[name](options);
}
