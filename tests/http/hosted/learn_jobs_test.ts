import { DenseSamples, type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { type Job, type JobResult, learnJobs } from "../../../lib/http/hosted/learn_jobs.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const good = (i: number): Sample => ({ features: [i % 7 / 7], target: i % 3 });
const bad = { features: ["x"], target: 1 } as unknown as Sample;
const heavy: Sample = { features: [1], target: 3, weight: 1e39 };
const whole = (samples: readonly Sample[]): Job => ({ samples, atomic: true });
const each = (samples: readonly Sample[]): Job => ({ samples, atomic: false });

/** Learns by a clock that goes so many milliseconds on each time that it is looked at. */
function learn(jobs: readonly Job[], careful = true, pace = 1) {
  let time = 0;
  const steps = learnJobs({ learner, state: learner.init(), jobs, careful, now: () => time += pace });
  let yields = 0;
  for (let step = steps.next();; step = steps.next()) {
    if (step.done) return { ...step.value, yields };
    yields++;
  }
}

/** Learns the samples one after the other. */
function expected(samples: readonly Sample[]) {
  const { state, costs, outputs } = learner.learnMany(learner.init(), samples);
  return { parameters: state.network.parameters, costs: [...costs], outputs: [...outputs] };
}

/** What the samples of all jobs gave, with the places that were learned. */
function told(results: readonly JobResult[]) {
  const parts = results.flatMap((result) => "error" in result ? [] : result.parts);
  return {
    costs: parts.flatMap(({ costs }) => [...costs]),
    outputs: parts.flatMap(({ outputs }) => [...outputs]),
    places: parts.flatMap(({ from, costs }) => Array.from(costs, (_, row) => from + row)),
  };
}

function errorOf(result: JobResult): SampleError | RequestError {
  if (!("error" in result)) throw new Error("the job was learned");
  return result.error;
}

Deno.test("learnJobs() learns what learnMany learns, a few samples at once, however they are parted into jobs", () => {
  const samples = Array.from({ length: 600 }, (_, i) => good(i));
  const { parameters, costs, outputs } = expected(samples);
  for (const size of [1, 7, 200, 255, 256, 257, 300, 600]) {
    for (const make of [whole, each]) {
      const jobs = Array.from(
        { length: Math.ceil(600 / size) },
        (_, u) => make(samples.slice(u * size, (u + 1) * size)),
      );
      const { state, results, yields } = learn(jobs);
      assertEquals(state.network.parameters, parameters);
      const { places, ...rest } = told(results);
      assertEquals(rest, { costs, outputs });
      assertEquals(places, samples.map((_, i) => i % size));
      assertEquals(yields >= 3 && yields <= 6, true, `${yields}`);
    }
  }
});

Deno.test("learnJobs() learns more samples at once the faster they are learned, and the same of them", () => {
  const samples = Array.from({ length: 10_000 }, (_, i) => good(i));
  const { parameters, costs } = expected(samples);
  for (const make of [whole, each]) {
    for (const [pace, count] of [[1, 40], [0.5, 6]]) { // 256, 512, 1024, 2048, 4096 and the rest
      const { state, results, yields } = learn([make(samples)], true, pace);
      assertEquals([state.network.parameters, told(results).costs, yields], [parameters, costs, count]);
    }
  }
});

Deno.test("learnJobs() learns samples in columns, alone and beside others, and leaves out one that cannot be learned", () => {
  const objects = Array.from({ length: 700 }, (_, i) => good(i));
  const columns = {
    inputs: 1,
    features: Float32Array.from(objects, ({ features }) => (features as number[])[0]),
    targets: objects.map(({ target }) => target),
  };
  const dense = new DenseSamples(columns);
  for (const jobs of [[dense], [dense.slice(0, 100), objects.slice(100, 110), dense.slice(110)]]) {
    for (const atomic of [true, false]) {
      const { state, results } = learn(jobs.map((samples) => ({ samples, atomic })));
      const { parameters, costs } = expected(objects);
      assertEquals([state.network.parameters, told(results).costs], [parameters, costs]);
    }
  }
  const wrong = new DenseSamples({ ...columns, targets: columns.targets.with(300, NaN) });
  const { state, results } = learn([{ samples: wrong, atomic: false }]);
  assertEquals(state.network.parameters, expected(objects.toSpliced(300, 1)).parameters);
  assertEquals(told(results).places.includes(300), false);
});

Deno.test("learnJobs() leaves out each sample that cannot be learned, wherever it is, and no other", () => {
  for (const wrong of [[0], [699], [0, 1, 2], [255, 256, 257], [3, 300, 301, 698]]) {
    for (const which of [bad, heavy]) {
      const samples = Array.from({ length: 700 }, (_, i) => wrong.includes(i) ? which : good(i));
      const left = samples.map((_, i) => i).filter((i) => !wrong.includes(i));
      const { parameters, costs, outputs } = expected(left.map((i) => samples[i]));
      const [before, after] = [each(samples.slice(0, 301)), each(samples.slice(301))];
      const { state, results } = learn([before, after]);
      assertEquals(state.network.parameters, parameters);
      assertEquals(told(results), { costs, outputs, places: left.map((i) => i % 301 + (i > 601 ? 301 : 0)) });
      const refused = results.flatMap((result, job) =>
        "error" in result ? [] : [...result.refused].map(([place, error]) => {
          assertEquals(error.index, place);
          return 301 * job + place;
        })
      );
      assertEquals(refused, wrong);
    }
  }
});

Deno.test("learnJobs() learns all samples of an atomic job or none, also where it takes several turns", () => {
  const [before, after] = [[good(1), good(2)], [good(3)]];
  for (const length of [2, 5, 300, 700]) {
    for (const place of new Set([0, 1, length - 1])) {
      for (const which of [bad, heavy]) {
        const samples = Array.from({ length }, (_, i) => i === place ? which : good(i));
        const { state, results } = learn([whole(before), whole(samples), each(after)]);
        assertEquals(state.network.parameters, expected([...before, ...after]).parameters);
        const error = errorOf(results[1]);
        if (which === bad) assertEquals(error instanceof SampleError && error.index, place);
        else assertEquals(error instanceof RequestError && error.problem.status, 422);
      }
    }
  }
});

Deno.test("learnJobs() does not look at the state unless it is to be careful", () => {
  const { state, results } = learn([whole([heavy])], false);
  assertEquals(["parts" in results[0], Number.isFinite(state.network.parameters[0])], [true, false]);
});

Deno.test("learnJobs() refuses what is finite, but not its cost", () => {
  const { results } = learn([whole([good(1)]), whole([good(1), { features: [0], target: 3e38 }])], false);
  assertEquals((errorOf(results[1]) as SampleError).index, 1);
});

Deno.test("learnJobs() lets an error of another kind through, and learns nothing of nothing", () => {
  const broken = {
    features: [1],
    get target(): number {
      throw new Error("broken");
    },
  };
  assertThrows(() => learn([whole([broken])]), Error, "broken");
  for (const jobs of [[], [each([])], [each([]), each([])]]) assertEquals(learn(jobs).state, learner.init());
});
