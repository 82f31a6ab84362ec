import { type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { learnUnits, type Unit } from "../../../lib/http/hosted/learn_units.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const good = (i: number): Sample => ({ features: [i % 7 / 7], target: i % 3 });
const bad = { features: ["x"], target: 1 } as unknown as Sample;
const heavy: Sample = { features: [1], target: 3, weight: 1e39 };

function learn(units: readonly Unit[], careful = true) {
  const steps = learnUnits({ learner, state: learner.init(), units, careful });
  let yields = 0;
  for (let step = steps.next();; step = steps.next()) {
    if (step.done) return { ...step.value, yields };
    yields++;
  }
}

/** Learns the samples one after the other. */
function expected(samples: readonly Sample[]) {
  const { state, costs } = learner.learnMany(learner.init(), samples);
  return { parameters: state.network.parameters, costs: [...costs] };
}

function costsOf(results: ReturnType<typeof learn>["results"]): number[] {
  return results.flatMap((result) => "rows" in result ? result.rows.map(({ costs, row }) => costs[row]) : []);
}

Deno.test("learnUnits() learns what learnMany learns, a few samples at once, however they are parted into units", () => {
  const samples = Array.from({ length: 600 }, (_, i) => good(i));
  const { parameters, costs } = expected(samples);
  for (const size of [1, 7, 200, 300, 600]) {
    const units = Array.from({ length: Math.ceil(600 / size) }, (_, u) => samples.slice(u * size, (u + 1) * size));
    const { state, results, yields } = learn(units);
    assertEquals(state.network.parameters, parameters);
    assertEquals(costsOf(results), costs);
    assertEquals(yields >= 3 && yields <= 4, true, `${yields}`);
  }
});

Deno.test("learnUnits() leaves out each unit that cannot be learned, wherever it is, and no other", () => {
  for (const wrong of [[0], [699], [0, 1, 2], [255, 256, 257], [3, 300, 301, 698]]) {
    for (const which of [bad, heavy]) {
      const samples = Array.from({ length: 700 }, (_, i) => wrong.includes(i) ? which : good(i));
      const { state, results } = learn(samples.map((sample) => [sample]));
      const left = samples.filter((_, i) => !wrong.includes(i));
      assertEquals(state.network.parameters, expected(left).parameters);
      assertEquals(costsOf(results), expected(left).costs);
      assertEquals(results.flatMap((result, u) => "error" in result ? [u] : []), wrong);
    }
  }
});

Deno.test("learnUnits() learns all samples of a unit or none, also where it takes several turns", () => {
  const before = [good(1), good(2)];
  const after = [good(3)];
  for (const length of [2, 5, 300, 700]) {
    for (const place of new Set([0, 1, length - 1])) {
      for (const which of [bad, heavy]) {
        const unit = Array.from({ length }, (_, i) => i === place ? which : good(i));
        const { state, results } = learn([before, unit, after]);
        assertEquals(state.network.parameters, expected([...before, ...after]).parameters);
        const [, result] = results;
        assertEquals("error" in result, true);
        if (!("error" in result)) return;
        if (which === bad) assertEquals([result.error instanceof SampleError && result.error.index], [place]);
        else assertEquals(result.error instanceof RequestError && result.error.problem.status, 422);
      }
    }
  }
});

Deno.test("learnUnits() does not look at the state unless it is to be careful", () => {
  const { state, results } = learn([[heavy]], false);
  assertEquals(["rows" in results[0], Number.isFinite(state.network.parameters[0])], [true, false]);
});

Deno.test("learnUnits() refuses what is finite, but not its cost", () => {
  const [, result] = learn([[good(1)], [good(1), { features: [0], target: 3e38 }]], false).results;
  assertEquals("error" in result && result.error instanceof SampleError && result.error.index, 1);
});

Deno.test("learnUnits() lets an error of another kind through, and learns nothing of nothing", () => {
  const broken = {
    features: [1],
    get target(): number {
      throw new Error("broken");
    },
  };
  assertThrows(() => learn([[broken]]), Error, "broken");
  assertEquals(learn([]).state, learner.init());
});
