import { DenseSamples, type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { applyItems, type ApplyOptions } from "../../../lib/http/hosted/apply_items.ts";
import type { ChangeRequest, LearnAnswer } from "../../../lib/http/hosted/learn_request.ts";
import type { Job, LearnedJob } from "../../../lib/http/hosted/learn_jobs.ts";

const result: LearnedJob = { parts: [], refused: new Map() };

/** Samples with a name are their own `id`; what is told of the request is written down. */
function applying(
  samples: Sample[] | DenseSamples,
  request: ChangeRequest = {},
  options: Partial<ApplyOptions<Sample>> = {},
) {
  const told: unknown[] = [];
  const claimed = options.claimed ?? { names: new Set<string>(), keys: new Set<string>() };
  const steps = applyItems(samples, request, {
    claimed,
    replay: () => undefined,
    read: (sample) => sample.id === undefined ? undefined : { name: sample.id, sample, remember: () => {} },
    conclude(pick, learned, idempotency) {
      told.push(pick.samples().length, learned === result, idempotency?.key);
      return told as unknown as LearnAnswer;
    },
    ...options,
  });
  return { steps, told, claimed };
}

const plain: Sample = { features: [1], target: 2 };
const named: Sample = { ...plain, id: "a" };

Deno.test("applyItems() asks for its samples, and answers with what has become of them", () => {
  const { steps, claimed } = applying([plain, named, plain], { idempotency: { key: "k", fingerprint: "f" } });
  assertEquals(steps.next(), { done: false, value: { samples: [plain, named, plain], atomic: true } });
  assertEquals([[...claimed.keys], [...claimed.names]], [["k"], ["a"]]);
  assertEquals(steps.next(result), { done: true, value: [3, true, "k"] as unknown as LearnAnswer });
  assertEquals(claimed.names.size + claimed.keys.size, 0);
});

Deno.test("applyItems() leaves samples in columns that have no names", () => {
  const columns = { inputs: 1, features: Float32Array.of(1, 2), targets: [3, 4] };
  const samples = new DenseSamples(columns);
  const { steps } = applying(samples);
  assertEquals((steps.next().value as Job).samples === samples, true);
  assertEquals(steps.next(result).value, [2, true, undefined] as unknown as LearnAnswer);

  const ids = [undefined, "a"];
  const { steps: others, claimed } = applying(new DenseSamples({ ...columns, ids }));
  assertEquals((others.next().value as Job).samples, [...new DenseSamples({ ...columns, ids })]);
  assertEquals([...claimed.names], ["a"]);
});

Deno.test("applyItems() waits for a request that has a name or the key in common with it", () => {
  const claimed = { names: new Set(["a"]), keys: new Set(["k"]) };
  const { steps } = applying([named], { idempotency: { key: "k", fingerprint: "f" } }, { claimed });
  assertEquals([steps.next().value, steps.next().value], ["wait", "wait"]);
  assertEquals(steps.next().value, { samples: [named], atomic: true });
  const twice = applying([named, named]);
  assertEquals(twice.steps.next().value, { samples: [named], atomic: true }); // its own name is no reason to wait
});

Deno.test("applyItems() answers at once with what is remembered under a key", () => {
  const remembered = { version: 7 } as LearnAnswer;
  const request = { idempotency: { key: "k", fingerprint: "f" } };
  const { steps, claimed } = applying([plain], request, { replay: () => remembered });
  assertEquals(steps.next(), { done: true, value: remembered });
  assertEquals(claimed.names.size + claimed.keys.size, 0);
});

Deno.test("applyItems() learns nothing of an atomic request that holds what is refused, and lets go of its names", () => {
  const error = new SampleError({ field: "id", rule: "be a text", value: 5 });
  const read = (sample: Sample) =>
    sample === plain ? { outcome: { status: "refused" as const, error } } : { name: "a", sample, remember: () => {} };
  const { steps, claimed } = applying([named, plain], {}, { read });
  assertEquals(assertThrows(() => steps.next(), SampleError).index, 1);
  assertEquals(claimed.names.size + claimed.keys.size, 0);
  assertEquals(applying([named, plain], { atomic: false }, { read }).steps.next().value, {
    samples: [named],
    atomic: false,
  });
});

Deno.test("applyItems() throws what learning the samples has thrown, by its place in the request", () => {
  const error = new SampleError({ field: "features", rule: "be finite", value: NaN, index: 1 });
  const { steps } = applying([plain, named, named, plain]);
  steps.next();
  assertEquals(assertThrows(() => steps.next({ error: error.at(2) }), SampleError).index, 3);
});

Deno.test("applyItems() asks for nothing without samples", () => {
  const { steps } = applying([]);
  assertEquals(steps.next(), { done: true, value: [0, false, undefined] as unknown as LearnAnswer });
});
