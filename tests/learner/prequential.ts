import type { Learner, LearnerState, Sample } from "@backstream/backstream";

/** How good predictions were that were made before each sample was learned. */
export interface Prequential {
  /** The state at the end. */
  readonly state: LearnerState;
  /** The share of right classes, or the mean absolute error of the numbers. */
  readonly score: number;
  /** The same of the target before each. */
  readonly noChange: number;
  /** The same of the most frequent class, or of the mean, of all targets. */
  readonly prior: number;
}

/** Learns all samples, and scores those from a place on; targets are labels, numbers or arrays of numbers. */
export function prequential(learner: Learner, samples: readonly Sample[], from = 0): Prequential {
  let state = learner.init();
  let score = 0;
  for (const [i, { features, target, weight }] of samples.entries()) {
    const learned = learner.learnOne(state, { features, target, weight: weight ?? 1 });
    if (i >= from) {
      score += typeof target === "string"
        ? Number(labelOf(learner, state, learned.output) === target)
        : distance(learned.output, numbersOf(target));
    }
    state = learned.state;
  }
  const count = samples.length - from;
  const targets = samples.map(({ target }) => target);
  const late = targets.slice(from);
  if (typeof targets[0] === "string") {
    const counts = new Map<unknown, number>();
    for (const target of late) counts.set(target, (counts.get(target) ?? 0) + 1);
    const same = late.filter((target, i) => target === targets[from + i - 1]).length;
    return { state, score: score / count, noChange: same / count, prior: Math.max(...counts.values()) / count };
  }
  const rows = late.map(numbersOf);
  const means = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / count);
  const prior = rows.reduce((sum, row) => sum + distance(means, row), 0) / count;
  const noChange = rows.slice(1).reduce((sum, row, i) => sum + distance(rows[i], row), 0) / (count - 1);
  return { state, score: score / count, noChange, prior };
}

/** The label of the largest output; undefined if no label has it. */
export function labelOf(learner: Learner, state: LearnerState, output: ArrayLike<number>): string | undefined {
  const outputs = Array.from(output);
  return learner.labelsOf!(state)[outputs.indexOf(Math.max(...outputs))];
}

function numbersOf(target: unknown): number[] {
  return typeof target === "number" ? [target] : Array.from(target as ArrayLike<number>);
}

function distance(a: ArrayLike<number>, b: readonly number[]): number {
  return b.reduce((sum, y, j) => sum + Math.abs(y - a[j]) / b.length, 0);
}
