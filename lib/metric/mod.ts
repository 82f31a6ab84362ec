/**
 * L1: scores, each a triple of pure functions, and the baselines that a score is worth little without.
 *
 * @module
 */
export type { Metric, Prediction } from "./metric.ts";
export { type AnyMetric, createMetric } from "./create_metric.ts";
export { metricName } from "./metric_name.ts";
export { classOf } from "./class_of.ts";
export { mean, type MeanState } from "./mean.ts";
export { rollingMean, type RollingMeanState } from "./rolling_mean.ts";
export type { AverageState } from "./average.ts";
export { accuracy } from "./accuracy.ts";
export { logLoss } from "./log_loss.ts";
export type { ConfusionState } from "./confusion.ts";
export { confusionMatrix } from "./confusion_matrix.ts";
export { balancedAccuracy } from "./balanced_accuracy.ts";
export { f1 } from "./f1.ts";
export { type LabelCounts, macroF1, type MacroF1Options } from "./macro_f1.ts";
export { cohenKappa } from "./cohen_kappa.ts";
export { kappaM } from "./kappa_m.ts";
export { kappaT, type KappaTState } from "./kappa_t.ts";
export { mcc } from "./mcc.ts";
export { rocAuc, type RocAucState } from "./roc_auc.ts";
export { hammingLoss } from "./hamming_loss.ts";
export { subsetAccuracy } from "./subset_accuracy.ts";
export { mae } from "./mae.ts";
export { rmse } from "./rmse.ts";
export { r2, type R2State } from "./r2.ts";
export { rolling, type RollingBlock, type RollingOptions, type RollingState } from "./rolling.ts";
export { fading, type FadingOptions } from "./fading.ts";
export type { Baseline } from "./baseline.ts";
export { noChange, type NoChangeState } from "./no_change.ts";
export { prior, type PriorState } from "./prior.ts";
