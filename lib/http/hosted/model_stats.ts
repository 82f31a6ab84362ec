/**
 * Scores by name, as `lib/metric` names them: `accuracy`, `fadingAccuracy`; `hammingLoss`, `fadingHammingLoss`;
 * `mae`, `fadingMae`, `rmse`.
 */
export type NamedScores = Readonly<Record<string, number>>;

/** The scores of a model, and of predictors that never see the features. */
export interface AllScores {
  /** Those of the model; each sample is predicted before it is learned. */
  readonly model: NamedScores;
  /** Those of the last target, taken for the prediction. */
  readonly noChange: NamedScores;
  /** Those of the mean of all targets so far, which for classes are their frequencies. */
  readonly prior: NamedScores;
}

/** A point of the learning curve: means over the samples since the point before. */
export interface CurvePoint {
  /** How many samples were learned in all when it ends. */
  readonly samples: number;
  /** When it ends, in milliseconds since 1970. */
  readonly time: number;
  /** The mean cost. */
  readonly cost: number;
  /** The mean accuracy of a classifier, Hamming loss of labels that come together, or absolute error of numbers. */
  readonly score: number;
  /** The same of the baseline `noChange`. */
  readonly noChange: number;
  /** The same of the baseline `prior`. */
  readonly prior: number;
}

/** Something to be marked on the learning curve. */
export interface CurveMark {
  /** What happened. */
  readonly type: "drift" | "rollback" | "replaced";
  /** How many samples were learned in all by then. */
  readonly samples: number;
  /** When, in milliseconds since 1970. */
  readonly time: number;
  /** The version that it made. */
  readonly version: number;
  /** The version whose state a rollback has made the head again. */
  readonly restored?: number;
}

/** What has happened to a model in all its life; a rollback does not take it back. Survives restarts. */
export interface ModelStats {
  /** When the model was first committed, in milliseconds since 1970; NaN before. */
  readonly created: number;
  /** When the newest commit was made; NaN before the first. */
  readonly time: number;
  /** How many samples were learned, labels included. `state.samples` counts those of the state alone. */
  readonly learned: number;
  /** How many of these were late labels. */
  readonly labelled: number;
  /** How many samples were not learned as their ids were learned before. */
  readonly duplicates: number;
  /** How many were refused, as far as a commit has followed. */
  readonly refused: number;
  /** How many predictions were remembered. */
  readonly remembered: number;
  /** How many of these wait for their labels. */
  readonly pending: number;
  /** How many rollbacks there were. */
  readonly rollbacks: number;
  /** How many drifts were found. */
  readonly drifts: number;
  /** The mean cost, fading over about the last 1,000 samples; NaN before the first. */
  readonly cost: number;
  /** The scores. */
  readonly scores: AllScores;
  /** The learning curve, at most 256 points, evenly spaced in samples. */
  readonly curve: readonly CurvePoint[];
  /** The newest marks, at most 64. */
  readonly marks: readonly CurveMark[];
}
