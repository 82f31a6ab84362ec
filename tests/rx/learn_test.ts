import {
  createNetwork,
  encodeLearner,
  type Learned,
  type LearnerState,
  type Sample,
  SampleError,
} from "@backstream/backstream";
import { learn, type LearnBatchStep, type LearnStep, miniBatch } from "@backstream/backstream/rx";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { from, lastValueFrom, type Observable, of, take, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";
import { lineLearner, lineSamples } from "./line_learner.ts";

const sample: Sample = { features: [1], target: 2 };
const bad: Sample = { features: [NaN], target: 2 };
const boom = new Error("boom");

Deno.test("learn() predicts, scores, then learns: the numbers of the first two steps by hand", async () => {
  const steps = await lastValueFrom(of(sample, sample).pipe(learn(lineLearner), toArray()));
  assertEquals(steps.map(({ output, cost }) => [...output, cost]), [[0, 2], [0.5, 1.125]]);
  assertEquals(steps.map(({ state }) => [...state.network.parameters]), [[0.25, 0.25], [0.4375, 0.4375]]);
  assertEquals(steps.map((step) => [step.sample, step.skipped]), [[sample, 0], [sample, 0]]);
});

const first = lineLearner.learnOne(lineLearner.init(), sample);
const second = lineLearner.learnOne(first.state, sample);
const stepOf = (learned: Learned): LearnStep => ({ ...learned, sample, skipped: 0 });

checkMarbles("learn()", learn(lineLearner), {
  inputs: { a: sample, b: sample, x: bad },
  outputs: { a: stepOf(first), b: stepOf(second) },
  cases: {
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-b-|", expected: "-a-b-|", subscribed: "^----!" },
    error: { source: "-a-#", expected: "-a-#", subscribed: "^--!" },
    endless: { source: "-a-b--", expected: "-a-b--", subscribed: "^" },
    "early unsubscribe": { source: "-a-b-a-|", expected: "-a-b", subscribed: "^---!", leaves: "^---!" },
    "throwing callback": {
      source: "-a-x-b-|",
      expected: "-a-#",
      subscribed: "^--!",
      error: boom,
      operator: learn(lineLearner, {
        invalid: "skip",
        onInvalid: () => {
          throw boom;
        },
      }),
    },
  },
});

Deno.test("learn() over a stream gives byte for byte what learnMany gives", async () => {
  const samples = lineSamples(500);
  const { state } = await lastValueFrom(from(samples).pipe(learn(lineLearner)));
  const expected = lineLearner.learnMany(lineLearner.init(), samples).state;
  assertEquals(encodeLearner(lineLearner, state), encodeLearner(lineLearner, expected));
});

Deno.test("learn() starts every subscriber from the given state", async () => {
  const state = lineLearner.learnMany(lineLearner.init(), lineSamples(10)).state;
  const steps = from(lineSamples(3)).pipe(learn(lineLearner, { state }));
  const expected = lineLearner.learnMany(state, lineSamples(3)).state;
  assertEquals((await lastValueFrom(steps)).state, expected);
  assertEquals((await lastValueFrom(steps)).state, expected);
});

Deno.test("learn() learns an array of samples as one mini-batch, the remainder too", async () => {
  const samples = lineSamples(5);
  const steps: LearnBatchStep[] = await lastValueFrom(from(samples).pipe(miniBatch(3), learn(lineLearner), toArray()));
  const one = lineLearner.learnBatch(lineLearner.init(), samples.slice(0, 3));
  const two = lineLearner.learnBatch(one.state, samples.slice(3));
  assertEquals(steps, [
    { ...one, samples: samples.slice(0, 3), skipped: 0 },
    { ...two, samples: samples.slice(3), skipped: 0 },
  ]);
});

Deno.test("learn() keeps the type of the samples", async () => {
  const step = await lastValueFrom(of({ features: [1], target: 2, place: "Oslo" }).pipe(learn(lineLearner)));
  const place: string = step.sample.place;
  const state: LearnerState = step.state;
  assertEquals([place, state.samples], ["Oslo", 1]);
});

Deno.test("learn() stops at a sample that cannot be used and tells its place; the steps before it stand", async () => {
  const steps: LearnStep[] = [];
  const samples = of(sample, sample, bad, sample);
  const error = await assertRejects(
    () => samples.pipe(learn(lineLearner)).forEach((step) => steps.push(step)),
    SampleError,
    "Cannot use samples[2].features[0] as it must be a finite number: current value is NaN",
  );
  assertEquals([error.index, error.field], [2, "features[0]"]);
  assertEquals(steps.map(({ state }) => state), [first.state, second.state]);
});

Deno.test("learn() skips and counts samples that cannot be used, and learns the others as if those were not there", async () => {
  const told: [string, number][] = [];
  const short: Sample = { features: [], target: 1 };
  const nothing = null as unknown as Sample;
  const step = await lastValueFrom(
    of(bad, sample, short, nothing, sample)
      .pipe(
        learn(lineLearner, { invalid: "skip", onInvalid: ({ message }, skipped) => told.push([message, skipped]) }),
      ),
  );
  assertEquals(step.skipped, 3);
  assertEquals(step.state, second.state);
  assertEquals(told, [
    ["Cannot use samples[0].features[0] as it must be a finite number: current value is NaN", 1],
    ["Cannot use samples[2].features as it must hold 1 numbers: current value is an array of length 0", 2],
    ["Cannot use samples[3].sample as it must be an object with features and target: current value is null", 3],
  ]);
});

Deno.test("learn() leaves bad samples out of a mini-batch, and tells their place in the stream", async () => {
  const places: (number | undefined)[] = [];
  const batches = of([sample, sample], [bad, sample, bad], [bad], []);
  const steps = await lastValueFrom(batches.pipe(
    learn(lineLearner, { invalid: "skip", onInvalid: ({ index }) => places.push(index) }),
    toArray(),
  ));
  const one = lineLearner.learnBatch(lineLearner.init(), [sample, sample]);
  const two = lineLearner.learnBatch(one.state, [sample]);
  assertEquals(steps, [
    { ...one, samples: [sample, sample], skipped: 0 },
    { ...two, samples: [sample], skipped: 2 },
  ]);
  assertEquals(places, [2, 4, 5]);
});

Deno.test("learn() stops at a mini-batch with a bad sample", async () => {
  const batches = of([sample], [sample, bad]);
  await assertRejects(() => lastValueFrom(batches.pipe(learn(lineLearner))), SampleError, "samples[2].features[0]");
});

Deno.test("learn() does not take a state of another network for a bad sample", async () => {
  const state = lineLearner.init();
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
  await assertRejects(
    () => lastValueFrom(of(sample).pipe(learn(lineLearner, { state: { ...state, network }, invalid: "skip" }))),
    RangeError,
    "Cannot use state as its network must have the sizes [1, 1]: current value is [2, 1]",
  );
});

Deno.test("learn() rejects an unknown way to handle bad samples", async () => {
  await assertRejects(
    () => lastValueFrom(of(sample).pipe(learn(lineLearner, { invalid: "ignore" as "skip" }))),
    RangeError,
    'Cannot use options as invalid must be "stop" or "skip": current value is ignore',
  );
});

Deno.test("learn() stops an endless synchronous source when its subscriber has enough", async () => {
  let pulled = 0;
  function* endless(): Generator<Sample> {
    for (;; pulled++) yield sample;
  }
  const steps: Observable<LearnStep> = from(endless()).pipe(learn(lineLearner));
  assertEquals((await lastValueFrom(steps.pipe(take(3)))).state.samples, 3);
  assert(pulled <= 3);
});
