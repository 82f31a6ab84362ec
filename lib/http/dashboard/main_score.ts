import type { ModelStats, NamedScores } from "../hosted/model_stats.ts";

/** The score that a model is judged by, beside what the baselines reach. */
export interface MainScore {
  /** What it is called. */
  readonly label: string;
  /** Whether it is a share of 1, of which more is better. */
  readonly isShare: boolean;
  /** That of the model, over about the last 1,000 samples; NaN before the first. */
  readonly model: number;
  /** That of the last target, taken for the prediction. */
  readonly noChange: number;
  /** That of the mean of all targets. */
  readonly prior: number;
}

const ERRORS: Readonly<Record<string, string>> = { fadingMae: "Mean error", fadingHammingLoss: "Label error" };

/**
 * The score that a model is judged by: its fading one.
 *
 * @param stats What has happened to the model.
 * @returns The score, and those of the baselines.
 */
export function mainScore({ scores: { model, noChange, prior } }: ModelStats): MainScore {
  const name = Object.keys(model).find((name) => name.startsWith("fading")) ?? "";
  const label = ERRORS[name];
  const of = (scores: NamedScores): number => scores[name] ?? NaN;
  return {
    label: label ?? "Accuracy",
    isShare: label === undefined,
    model: of(model),
    noChange: of(noChange),
    prior: of(prior),
  };
}
