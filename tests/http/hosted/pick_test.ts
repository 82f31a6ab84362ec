import { DenseSamples, type Sample, SampleError, type Target, type Vector } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import type { LearnedJob } from "../../../lib/http/hosted/learn_jobs.ts";
import type { Outcome } from "../../../lib/http/hosted/learn_request.ts";
import { createPick } from "../../../lib/http/hosted/pick.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const vector = (...numbers: number[]) => Float32Array.from(numbers) as unknown as Vector;
const sample = (target: number): Sample => ({ features: [target], target });
const refusal = new SampleError({ field: "target", rule: "be good", value: 1 });

Deno.test("createPick() tells of each item what has become of it", () => {
  const pick = createPick();
  const remembered: string[] = [];
  const named = (name: string, target: number, more = {}) => ({
    ...{ name, sample: { ...sample(target), id: name }, remember: () => void remembered.push(name) },
    ...more,
  });
  pick.add(sample(0));
  pick.addSettled({ outcome: { status: "duplicate" } });
  pick.addNamed(named("a", 1, { output: vector(9, 9) }));
  pick.addNamed(named("a", 2));
  pick.addNamed(named("b", 3));
  pick.addNamed(named("b", 4));
  pick.add(sample(5));
  assertEquals([...pick.samples()].map(({ target }) => target), [0, 1, 3, 5]);

  const result: LearnedJob = {
    parts: [
      { from: 0, outputs: vector(1, 2, 3, 4), costs: vector(0.5, 0.25) },
      { from: 3, outputs: vector(5, 6), costs: vector(2) },
    ],
    refused: new Map([[2, refusal]]),
  };
  const outcomes = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => {
    const outcome = pick.outcome(place, result);
    return outcome?.status === "refused" ? outcome.error.message : outcome;
  });
  const rule = "it must differ from that of a sample before it, which was refused";
  assertEquals(outcomes as unknown, [
    { status: "learned", output: [1, 2], cost: 0.5 },
    { status: "duplicate" },
    { status: "learned", output: Float32Array.of(9, 9), cost: 0.25 },
    { status: "duplicate" },
    "Cannot use samples[4].target as it must be good: current value is 1",
    `Cannot use samples[5].id as ${rule}: current value is "b"`,
    { status: "learned", output: [5, 6], cost: 2 },
    undefined,
  ]);
  assertEquals(pick.conclude(result), { learned: 3, duplicates: 2, refused: 2, costs: 2.75 });
  assertEquals(remembered, ["a"]);
  const scored = pick.scored(result, (target) => [target as number]);
  assertEquals(
    scored.map(({ outputs, costs, targets }) => [[...Array.from(outputs)], [...Array.from(costs)], targets]),
    [
      [[1, 2], [0.5], [[0]]],
      [[9, 9], [0.25], [[1]]],
      [[5, 6], [2], [[5]]],
    ],
  );
});

Deno.test("createPick() scores what was learned at once at once", () => {
  const pick = createPick();
  for (const target of [1, 2]) pick.add({ ...sample(target), weight: target });
  const [outputs, costs] = [vector(1, 2), vector(3, 4)];
  const scored = pick.scored({ parts: [{ from: 0, outputs, costs }], refused: new Map() }, (target, { length }) => [
    target as number,
    length,
  ]);
  assertEquals(scored, [{ outputs, costs, targets: [[1, 1], [2, 1]], weights: [1, 2] }]);
});

Deno.test("createPick() takes samples in columns, and scores them as they are", () => {
  const columns = { inputs: 1, features: Float32Array.of(1, 2, 3), targets: [4, 5, 6] };
  const [outputs, costs] = [vector(7, 8), vector(3, 4)];
  const result: LearnedJob = { parts: [{ from: 1, outputs, costs }], refused: new Map([[0, refusal]]) };
  const vectorOf = (target: Target) => target as number;
  for (const weights of [undefined, [1, 2, 3]]) {
    const pick = createPick(new DenseSamples({ ...columns, weights }));
    assertEquals(pick.samples() instanceof DenseSamples, true);
    assertEquals(pick.scored(result, vectorOf), [{ outputs, costs, targets: [5, 6], weights: weights?.slice(1) }]);
    assertEquals(pick.conclude(result), { learned: 2, duplicates: 0, refused: 1, costs: 7 });
    assertEquals(pick.outcome(2, result), { status: "learned", output: [8], cost: 4 });
  }
});

Deno.test("createPick() names the place of the item, not that of the sample", () => {
  const pick = createPick();
  pick.addSettled({ outcome: { status: "duplicate" } });
  pick.add(sample(1));
  assertEquals((pick.placed(refusal.at(0)) as SampleError).index, 1);
  const other = new RequestError({ status: 422, title: "Unprocessable Content" });
  assertEquals(pick.placed(other), other);
});

Deno.test("createPick() refuses all if one is refused already, but not for duplicates", () => {
  const pickOf = (...outcomes: Outcome[]) => {
    const pick = createPick();
    pick.add(sample(1));
    for (const outcome of outcomes) pick.addSettled({ outcome });
    return pick;
  };
  pickOf({ status: "duplicate" }).requireUsable();
  const refused = pickOf({ status: "refused", error: refusal });
  assertEquals(assertThrows(() => refused.requireUsable(), SampleError).index, 1);
  const unknown = pickOf({ status: "duplicate" }, { status: "unknown" });
  const { problem } = assertThrows(() => unknown.requireUsable(), RequestError);
  assertEquals([problem.status, problem.index], [404, 2]);
});
