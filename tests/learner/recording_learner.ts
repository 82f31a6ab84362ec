/** A learner that learns nothing and writes down what happens to it. */
import type { Learner, LearnerState, Sample, Task } from "@backstream/backstream";

/** What happened, in its order. */
export interface Recording {
  readonly learner: Learner;
  readonly events: string[];
}

/** Its only output is how many samples it has learned; a sample is named by its only feature. */
export function recordingLearner(task: Task = "regression"): Recording {
  const events: string[] = [];
  const nameOf = (features: Sample["features"]) => (features as number[])[0];
  const output = (state: LearnerState) => Float32Array.of(state.samples);
  const learner = {
    description: { labels: [], task },
    init: () => ({ samples: 0 }),
    learnOne(state: LearnerState, { features }: Sample) {
      events.push(`learn ${nameOf(features)}`);
      return { state: { samples: state.samples + 1 }, output: output(state), cost: 10 + state.samples };
    },
    predictOne(state: LearnerState, features: Sample["features"]) {
      events.push(`predict ${nameOf(features)}`);
      return output(state);
    },
  } as unknown as Learner;
  return { learner, events };
}

/** Samples that come at these times, named by their places. */
export function timed(...times: number[]): Timed[] {
  return times.map((time, i) => ({ features: [i], target: 0, time }));
}

/** A sample with a time. */
export interface Timed extends Sample {
  readonly features: number[];
  readonly time: number;
}
