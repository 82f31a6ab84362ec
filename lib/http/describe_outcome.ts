import type { Outcome } from "./hosted/learn_request.ts";
import { describePrediction, type Prediction } from "./describe_prediction.ts";
import type { OutputForm } from "./output_form.ts";

/** What has become of a sample or a label, as an answer tells it. */
export interface OutcomeDescription extends Partial<Prediction> {
  /**
   * `learned`; `duplicate`: its id was learned before; `refused`: it cannot be used; `unknown`: there is no prediction of
   * that id, or not any more; `replayed`: the request was answered before, and single outcomes are not remembered.
   */
  readonly status: Outcome["status"] | "replayed";
  /** The cost of the prediction. */
  readonly cost?: number;
  /** The field that cannot be used. */
  readonly field?: string;
  /** What it must be. */
  readonly rule?: string;
}

/**
 * Tells in plain data what has become of a sample.
 *
 * @param outcome What has become of it; undefined if the answer is a remembered one.
 * @param form What the outputs of the model mean.
 * @returns Its status, and with it the prediction and its cost, or the field that cannot be used and why. Values that
 * cannot be used are not told.
 */
export function describeOutcome(outcome: Outcome | undefined, form: OutputForm): OutcomeDescription {
  if (outcome === undefined) return { status: "replayed" };
  const { status } = outcome;
  if (status === "learned") return { status, ...describePrediction(outcome.output, form), cost: outcome.cost };
  if (status === "refused") return { status, field: outcome.error.field, rule: outcome.error.rule };
  return { status };
}
