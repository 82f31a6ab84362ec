import { type Learner, nextRandom, type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import {
  createProgressiveSteps,
  type DelayOptions,
  type ProgressiveStep,
} from "../../lib/learner/progressive_steps.ts";
import { lineLearner } from "../rx/line_learner.ts";
import { naiveDelay } from "./naive_delay.ts";
import { recordingLearner, type Timed, timed } from "./recording_learner.ts";

function stepsOf<S extends Sample>(learner: Learner, samples: S[], options: DelayOptions<S> & { costs?: boolean }) {
  let notes = 0;
  const steps = createProgressiveSteps(learner, {
    costs: false,
    ...options as DelayOptions,
    state: learner.init(),
    note: () => notes++,
  });
  const found: ProgressiveStep<number>[] = [];
  for (const sample of samples) found.push(...steps.take(sample));
  found.push(...steps.rest());
  return found;
}

function eventsOf<S extends Sample>(samples: S[], options: DelayOptions<S>): string[] {
  const { learner, events } = recordingLearner();
  stepsOf(learner, samples, options);
  return events;
}

const moment = ({ time }: Timed) => time;

Deno.test("createProgressiveSteps() learns at once where there is no delay", () => {
  assertEquals(eventsOf(timed(0, 0, 0), {}), ["learn 0", "learn 1", "learn 2"]);
  assertEquals(eventsOf(timed(0, 0, 0), { delay: 0, moment }), ["learn 0", "learn 1", "learn 2"]);
});

Deno.test("createProgressiveSteps() counts samples where there is no moment: numbers by hand", () => {
  const two = ["predict 0", "predict 1", "learn 0", "predict 2", "learn 1", "predict 3", "learn 2", "learn 3"];
  assertEquals(eventsOf(timed(0, 0, 0, 0), { delay: 2 }), two);
  const one = ["predict 0", "learn 0", "predict 1", "learn 1", "predict 2", "learn 2"];
  assertEquals(eventsOf(timed(0, 0, 0), { delay: 1 }), one);
  const end = ["predict 0", "predict 1", "predict 2", "learn 0", "learn 1", "learn 2"];
  assertEquals(eventsOf(timed(0, 0, 0), { delay: Infinity }), end);
});

Deno.test("createProgressiveSteps() follows six taxi trips that depart and arrive", () => {
  const trips = [[0, 900], [600, 1800], [1200, 300], [2700, 400], [3000, 240], [3300, 450]]; // seconds after 20:00
  const samples = trips.map(([time, duration], i) => ({ features: [i], target: duration, time }));
  assertEquals(eventsOf(samples, { moment: ({ time }) => time, delay: ({ target }) => target }), [
    "predict 0", // 20:00:00
    "predict 1", // 20:10:00
    "learn 0", // 20:15:00
    "predict 2", // 20:20:00
    "learn 2", // 20:25:00
    "learn 1", // 20:40:00
    "predict 3", // 20:45:00
    "predict 4", // 20:50:00
    "learn 3", // 20:51:40
    "learn 4", // 20:54:00
    "predict 5", // 20:55:00
    "learn 5", // 21:02:30
  ]);
});

Deno.test("createProgressiveSteps() learns what is due at the moment of a sample before that sample is predicted", () => {
  assertEquals(eventsOf(timed(0, 9, 10), { moment, delay: 10 }).slice(0, 4), [
    "predict 0",
    "predict 1",
    "learn 0",
    "predict 2",
  ]);
});

Deno.test("createProgressiveSteps() agrees with the plainest way for 40 streams of random moments and delays", () => {
  let seed = 3;
  const draw = (below: number) => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return Math.floor(value * below);
  };
  for (let run = 0; run < 40; run++) {
    const moments = Array.from({ length: 60 }, () => draw(50));
    if (run % 4 !== 0) moments.sort((a, b) => a - b); // in a quarter of the streams time goes back and forth
    const delays = moments.map(() => draw(run + 1));
    const samples = timed(...moments);
    const expected = naiveDelay(moments, delays).map((happening) => happening.join(" "));
    assertEquals(eventsOf(samples, { moment, delay: ({ features }) => delays[features[0]] }), expected);
  }
});

Deno.test("createProgressiveSteps() gives the output and the note of the time when the sample came", () => {
  const { learner } = recordingLearner();
  const steps = stepsOf(learner, timed(0, 0, 0, 0, 0), { delay: 3 });
  assertEquals(steps.map(({ output }) => output[0]), [0, 0, 0, 1, 2]);
  assertEquals(steps.map(({ note }) => note), [0, 1, 2, 3, 4]);
  assertEquals(steps.map(({ cost }) => cost), [NaN, NaN, NaN, NaN, NaN]);
  assertEquals(steps.map(({ state }) => state().samples), [1, 2, 3, 4, 5]);
});

Deno.test("createProgressiveSteps() gives the costs of that time where they are wanted, by the same states", () => {
  const samples = Array.from({ length: 12 }, (_, i): Sample => ({ features: [i % 3], target: i % 5 }));
  const options = { delay: 4 };
  const costly = stepsOf(lineLearner, samples, { ...options, costs: true });
  const cheap = stepsOf(lineLearner, samples, options);
  assertEquals(
    costly.map(({ output, state }) => [output, state()]),
    cheap.map(({ output, state }) => [output, state()]),
  );
  costly.forEach(({ output, cost }, i) => assertEquals(cost, (output[0] - i % 5) ** 2 / 2));
});

Deno.test("createProgressiveSteps() tells which sample cannot be used", () => {
  const bad: Sample[] = [{ features: [1], target: 2 }, { features: [NaN], target: 2 }];
  assertThrows(() => stepsOf(lineLearner, bad, {}), SampleError, "samples[1].features[0]");
  assertThrows(() => stepsOf(lineLearner, bad, { delay: 5 }), SampleError, "samples[1].features[0]");
  const late: Sample[] = [{ features: [1], target: NaN }, { features: [1], target: 2 }];
  assertThrows(() => stepsOf(lineLearner, late, { delay: 1 }), SampleError, "samples[0].target");
});

Deno.test("createProgressiveSteps() rejects delays below 0 and moments that are not finite", () => {
  for (const delay of [-1, NaN, "1" as unknown as number]) {
    const text = `Cannot validate progressively as delay must be a number from 0 on: current value is ${delay}`;
    assertThrows(() => eventsOf([], { delay }), RangeError, text);
    assertThrows(() => eventsOf(timed(0), { delay: () => delay }), RangeError, text);
  }
  assertThrows(
    () => eventsOf(timed(0), { delay: 1, moment: () => NaN }),
    RangeError,
    "Cannot validate progressively as moment must give a finite number: current value is NaN",
  );
});
