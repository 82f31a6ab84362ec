import {
  decodeLearner,
  encodeLearner,
  memoryStore,
  momentum,
  type Sample,
  SampleError,
  sgd,
  SnapshotError,
  type Store,
  StoreConflictError,
} from "@backstream/backstream";
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { hostModel, type HostOptions } from "../../../lib/http/hosted/host_model.ts";
import { decodeRecord } from "../../../lib/http/hosted/record.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { hostOptions, lineLearner } from "../apps.ts";
import { readMemory } from "../../../lib/http/read_memory.ts";

const damaged = 'Cannot serve "line" as the store must hold a snapshot of it: current value is something else';
const sample = { features: [1], target: 2 };
const learned = lineLearner();

/** The parameters after samples learned one after the other. */
function parametersAfter(samples: readonly Sample[]): number[] {
  return [...learned.learnMany(learned.init(), samples).state.network.parameters];
}

function host(store: Store = memoryStore(), options: Partial<HostOptions> = {}) {
  return hostModel({ name: "line", given: lineLearner() }, hostOptions({ store, ...options }));
}

async function parametersOf(model: ReturnType<typeof host>): Promise<number[]> {
  return [...(await model.head()).state.network.parameters];
}

Deno.test("hostModel() learns, scores, and tells when it is durable", async () => {
  // y = 0 x + 0: output 0, cost 1/2 (0 - 2)^2 = 2; then w = b = 1/2 2 = 1.
  const store = memoryStore();
  const model = host(store);
  const { version, learned, duplicates, refused, cost, before, replayed, outcome } = await model.learn({
    samples: [sample, sample],
  });
  assertEquals([version, learned, duplicates, refused, cost, before, replayed], [1, 2, 0, 0, 1, 0, false]);
  const [first, second] = [outcome(0), outcome(1)];
  assert(first?.status === "learned" && second?.status === "learned");
  assertEquals([first.output[0], first.cost, second.output[0], second.cost], [0, 2, 2, 0]);
  const { state, ledger } = decodeRecord((await store.load("line"))!.bytes);
  assertEquals([state.samples, ledger.version, ledger.counts.learned], [2, 1, 2]);
});

Deno.test("hostModel() goes on from what the store holds, and from a snapshot that was put there", async () => {
  const store = memoryStore();
  const { state } = learned.learnOne(learned.init(), sample);
  await store.save("line", encodeLearner(learned, state), undefined);
  const { version } = await host(store).learn({ samples: [sample] });
  const head = await host(store).head();
  assertEquals([head.state.samples, head.version, version, head.stats.learned], [2, 1, 1, 1]);
});

Deno.test("hostModel() saves requests that come at once together, in the order in which they came", async () => {
  const store = memoryStore();
  let saves = 0;
  const model = host({ ...store, save: (...saved) => (saves++, store.save(...saved)) });
  const samples = Array.from({ length: 30 }, (_, i) => ({ features: [i % 4 / 4], target: i % 3 }));
  const all = await Promise.all(samples.map((each) => model.learn({ samples: [each] })));
  assertEquals([saves, new Set(all.map(({ version }) => version)).size], [1, 1]);
  assertEquals(all.map(({ before }) => before), samples.map((_, i) => i));
  assertEquals(await parametersOf(model), parametersAfter(samples));
});

Deno.test("hostModel() takes in what comes while a commit is under way with the next one", async () => {
  const store = memoryStore();
  const gates: (() => void)[] = [];
  const model = host({
    ...store,
    save: async (...saved) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return store.save(...saved);
    },
  });
  const until = async (saves: number) => {
    while (gates.length < saves) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const first = model.learn({ samples: [sample] });
  await until(1);
  const others = [1, 2, 3].map(() => model.learn({ samples: [sample] }));
  gates[0]();
  await until(2);
  gates[1]();
  assertEquals([await first, ...await Promise.all(others)].map(({ version }) => version), [1, 2, 2, 2]);
  assertEquals(gates.length, 2);
});

Deno.test("hostModel() refuses a request whole if it is atomic, and goes on with the others of the same commit", async () => {
  const model = host();
  const bad = { features: ["x"], target: 1 } as unknown as Sample;
  const [one, two, three] = await Promise.allSettled([
    model.learn({ samples: [sample] }),
    model.learn({ samples: [sample, bad] }),
    model.learn({ samples: [{ features: [0], target: 3 }] }),
  ]);
  assert(one.status === "fulfilled" && two.status === "rejected" && three.status === "fulfilled");
  assert(two.reason instanceof SampleError);
  assertEquals([two.reason.index, two.reason.field], [1, "features[0]"]);
  assertEquals(await parametersOf(model), parametersAfter([sample, { features: [0], target: 3 }]));
});

Deno.test("hostModel() tells of each sample what became of it, if the request is not atomic", async () => {
  const model = host();
  const samples = [sample, { features: [1, 2], target: 1 }, null, { ...sample, id: 5 }, { features: [0], target: 3 }];
  const answer = await model.learn({ samples: samples as unknown as Sample[], atomic: false });
  assertEquals([answer.learned, answer.refused, answer.cost], [2, 3, (2 + 2) / 2]);
  const outcomes = samples.map((_, i) => answer.outcome(i)!);
  assertEquals(outcomes.map(({ status }) => status), ["learned", "refused", "refused", "refused", "learned"]);
  const fields = outcomes.flatMap((outcome) => outcome.status === "refused" ? [outcome.error.field] : []);
  assertEquals(fields, ["features", "sample", "id"]);
  assertEquals(await parametersOf(model), parametersAfter([samples[0], samples[4]] as Sample[]));
  assertEquals((await model.head()).stats.refused, 3);
});

Deno.test("hostModel() leaves out samples that would make the model infinite, and no others", async () => {
  const heavy = { features: [1], target: 3, weight: 1e39 };
  const samples = Array.from(
    { length: 300 },
    (_, i) => i % 90 === 50 ? heavy : { features: [i % 3 / 3], target: i % 2 },
  );
  const model = host();
  const [answer, other] = await Promise.all([
    model.learn({ samples, atomic: false }),
    model.learn({ samples: [sample] }),
  ]);
  assertEquals([answer.learned, answer.refused, other.learned], [297, 3, 1]);
  assertEquals([50, 140, 230].map((i) => answer.outcome(i)?.status), Array(3).fill("refused"));
  assertEquals(await parametersOf(model), parametersAfter([...samples.filter((each) => each !== heavy), sample]));
  const error = await assertRejects(() => model.learn({ samples: [sample, heavy] }), RequestError);
  assertEquals(error.problem.status, 422);
});

Deno.test("hostModel() learns a sample id once, in one request, in one commit, later, and after a restart", async () => {
  const store = memoryStore();
  const model = host(store);
  const [a, b] = ["a", "b"].map((id) => ({ ...sample, id }));
  const first = await model.learn({ samples: [a, a] });
  assertEquals([first.learned, first.duplicates, first.outcome(1)], [1, 1, { status: "duplicate" }]);
  const [both, again] = await Promise.all([model.learn({ samples: [a, b] }), model.learn({ samples: [b] })]);
  assertEquals([both.learned, both.duplicates, again.learned, again.duplicates], [1, 1, 0, 1]);
  const restarted = await host(store).learn({ samples: [a, b] });
  assertEquals([restarted.learned, restarted.duplicates, restarted.version], [0, 2, 2]);
  assertEquals((await model.head()).state.samples, 2);
});

Deno.test("hostModel() does not take a refused sample for a learned one of the same id", async () => {
  const model = host();
  const bad = { features: ["x"], target: 1, id: "a" } as unknown as Sample;
  const good = { ...sample, id: "a" };
  const answer = await model.learn({ samples: [bad, good], atomic: false });
  assertEquals([answer.outcome(0)?.status, answer.outcome(1)?.status], ["refused", "refused"]); // which of them is meant?
  assertEquals((await model.learn({ samples: [good] })).learned, 1);
  await assertRejects(() => model.learn({ samples: [{ ...sample, id: "b" }, { ...bad, id: "c" }] }), SampleError);
  assertEquals((await model.learn({ samples: [{ ...sample, id: "b" }] })).learned, 1);
});

Deno.test("hostModel() gives a repeated key the answer of then, in one commit, later, and after a restart", async () => {
  const store = memoryStore();
  const model = host(store);
  const request = { samples: [sample, sample], idempotency: { key: "k", fingerprint: "f" } };
  const summary = (answer: Awaited<ReturnType<typeof model.learn>>) => {
    const { version, learned, duplicates, refused, cost, before } = answer;
    return { version, learned, duplicates, refused, cost, before };
  };
  const [one, two] = await Promise.all([model.learn(request), model.learn(request)]);
  await model.learn({ samples: [sample] });
  const three = await model.learn(request);
  const four = await host(store).learn(request);
  assertEquals([one, two, three, four].map(({ replayed }) => replayed), [false, true, true, true]);
  for (const answer of [two, three, four]) assertEquals(summary(answer), summary(one));
  assertEquals([four.outcome(0), (await model.head()).state.samples], [undefined, 3]);
});

Deno.test("hostModel() refuses a key that was used for another request, and learns nothing", async () => {
  const model = host();
  const request = (fingerprint: string) => model.learn({ samples: [sample], idempotency: { key: "k", fingerprint } });
  const [, other] = await Promise.allSettled([request("f"), request("g")]);
  assert(other.status === "rejected" && other.reason instanceof RequestError);
  const error = await assertRejects(() => request("g"), RequestError);
  assertEquals([other.reason.problem, error.problem.status], [error.problem, 422]);
  assertEquals((await model.head()).state.samples, 1);
});

Deno.test("hostModel() forgets the key of a request that was refused", async () => {
  const model = host();
  const idempotency = { key: "k", fingerprint: "f" };
  await assertRejects(() => model.learn({ samples: [{ features: [NaN], target: 1 }], idempotency }), SampleError);
  assertEquals((await model.learn({ samples: [sample], idempotency })).learned, 1);
});

Deno.test("hostModel() joins a late label to its prediction, once, after a restart too", async () => {
  const store = memoryStore();
  const model = host(store);
  await model.learn({ samples: [sample] }); // w = b = 1
  const { outputs, version, ids } = await model.remember([[3], [0.1]]);
  assertEquals([outputs[0][0], version], [4, 1]);
  await model.learn({ samples: [{ features: [0], target: 3 }] }); // b = 2
  const restarted = host(store);
  const answer = await restarted.label({ labels: [{ id: ids[0], target: 7 }] });
  const outcome = answer.outcome(0);
  assert(outcome?.status === "learned");
  assertEquals([outcome.output[0], outcome.cost], [4, 2]); // predicted 4, scored as 5 now: 1/2 (5 - 7)^2
  const labels = [{ id: ids[0], target: 7 }, { id: "nothing", target: 1 }, { id: ids[1], target: 1 }, { id: 3 }];
  const again = await restarted.label({ labels: labels as [], atomic: false });
  const statuses = labels.map((_, i) => again.outcome(i)?.status);
  assertEquals(statuses, ["duplicate", "unknown", "learned", "refused"]);
  const { stats } = await restarted.head();
  assertEquals([stats.labelled, stats.remembered, stats.pending, stats.learned], [2, 2, 0, 4]);
  const unknown = await assertRejects(() => restarted.label({ labels: [{ id: "nothing", target: 1 }] }), RequestError);
  assertEquals(unknown.problem.status, 404);
});

Deno.test("hostModel() finds a prediction that another instance has just remembered", async () => {
  const store = memoryStore();
  const [one, two] = [host(store, { staleness: 1e9 }), host(store, { staleness: 1e9 })];
  await two.head();
  const { ids } = await one.remember([[1]]);
  assertEquals((await two.label({ labels: [{ id: ids[0], target: 2 }] })).learned, 1);
});

Deno.test("hostModel() predicts without writing if it need not remember", async () => {
  const store = memoryStore();
  const model = host(store);
  const first = await model.head();
  assertEquals(model.predict(first, [[1], { indices: [], values: [] }]).map(([output]) => output), [0, 0]);
  assertEquals(await store.load("line"), undefined);
  const error = assertThrows(() => model.predict(first, [[1], ["x"] as unknown as number[]]), SampleError);
  assertEquals(error.index, 1);
});

Deno.test("hostModel() forgets keys, ids and predictions that are too many, page by page", async () => {
  const store = memoryStore();
  const windows = { ids: 4000, keys: 10, predictions: 10, predictionBytes: 100_000, age: 1e9 };
  const options = { store, ...readMemory({ memory: windows }) };
  const model = hostModel({ name: "line", given: lineLearner() }, hostOptions(options));
  const batch = (from: number) => Array.from({ length: 2048 }, (_, i) => ({ ...sample, weight: 0, id: `${from + i}` }));
  for (let i = 0; i < 5; i++) await model.learn({ samples: batch(2048 * i) }); // each fills a page of 16,384 bytes
  const again = async (i: number) => (await model.learn({ samples: batch(2048 * i) })).duplicates;
  assertEquals([await again(4), await again(3)], [2048, 2048]);
  const restarted = hostModel({ name: "line", given: lineLearner() }, hostOptions(options));
  assertEquals((await restarted.learn({ samples: batch(2048 * 4) })).duplicates, 2048);
  assertEquals(await again(0), 0);
});

Deno.test("hostModel() forgets keys and predictions that are too old", async () => {
  const store = memoryStore();
  const options = { store, ...readMemory({ memory: { age: 1000 } }) };
  const model = hostModel({ name: "line", given: lineLearner() }, hostOptions(options));
  const { now } = Date;
  let time = 1e12;
  Date.now = () => time;
  try {
    const request = { samples: [sample], idempotency: { key: "k", fingerprint: "f" } };
    await model.learn(request);
    const { ids } = await model.remember([[1], [1]]);
    time += 1000;
    assertEquals((await model.learn(request)).replayed, true);
    assertEquals((await model.label({ labels: [{ id: ids[0], target: 1 }] })).learned, 1);
    time += 1;
    assertEquals((await model.learn(request)).replayed, false);
    const late = await model.label({ labels: [{ id: ids[1], target: 1 }], atomic: false });
    assertEquals(late.outcome(0), { status: "unknown" });
  } finally {
    Date.now = now;
  }
});

Deno.test("hostModel() loses no sample where two instances learn on one store, and learns none twice", async () => {
  const store = memoryStore();
  const models = [host(store), host(store)];
  const samples = Array.from({ length: 40 }, (_, i) => ({ features: [i % 7 / 7], target: i % 3, id: `${i >> 1}` }));
  const answers = await Promise.all(samples.map(async (each, i) => {
    const { learned, before } = await models[i % 2].learn({ samples: [each] });
    return { each, learned, before };
  }));
  const inOrder = answers.filter(({ learned }) => learned === 1).sort((a, b) => a.before - b.before);
  assertEquals(inOrder.length, 20);
  for (const model of models) {
    assertEquals(await parametersOf(model), parametersAfter(inOrder.map(({ each }) => each)));
  }
});

Deno.test("hostModel() learns a batch anew on top of what another instance has saved", async () => {
  const store = memoryStore();
  const [one, two] = [host(store), host(store)];
  await one.learn({ samples: [sample] }); // w = b = 1
  await two.head();
  await one.learn({ samples: [{ features: [0], target: 3 }] }); // output 1; b = 1 + 1/2 2 = 2
  const outcome = (await two.learn({ samples: [{ features: [1], target: 3 }] })).outcome(0);
  assert(outcome?.status === "learned");
  assertEquals([outcome.output[0], outcome.cost], [3, 0]);
});

Deno.test("hostModel() has learned once if the answer of the store was lost", async () => {
  for (const lost of [new TypeError("connection reset"), new StoreConflictError("line", undefined)]) {
    const store = memoryStore();
    let fails = true;
    const model = host({
      ...store,
      save: async (...saved) => {
        const version = await store.save(...saved);
        if (fails) throw lost;
        return version;
      },
    });
    assertEquals((await model.learn({ samples: [sample] })).version, 1);
    fails = false;
    await model.learn({ samples: [sample] });
    assertEquals((await model.head()).state.samples, 2);
  }
});

Deno.test("hostModel() asks the store again when its head may be stale", async () => {
  const store = memoryStore();
  let loads = 0;
  const counting: Store = { ...store, load: (name) => (loads++, store.load(name)) };
  const [fresh, lasting] = [host(counting), host(counting, { staleness: 1e9 })];
  const other = host(store);
  await fresh.head();
  await lasting.head();
  await other.learn({ samples: [sample] });
  assertEquals((await fresh.head()).state.samples, 1);
  assertEquals((await lasting.head()).state.samples, 0);
  assertEquals(loads, 3);
  assertEquals((await lasting.refresh()).state.samples, 1);
});

Deno.test("hostModel() lets a head grow as old as the staleness, from when the store was asked on", async () => {
  const store = memoryStore();
  const { now } = performance;
  let time = 0;
  performance.now = () => time;
  try {
    const load: Store["load"] = (name) => (time += 30, store.load(name)); // it takes 30 milliseconds to answer
    const model = host({ ...store, load }, { staleness: 100 });
    await model.head();
    await host(store).learn({ samples: [sample] });
    const samplesAt = async (milliseconds: number) => {
      time = milliseconds;
      return (await model.head()).state.samples;
    };
    assertEquals([await samplesAt(99), await samplesAt(100)], [0, 1]);
  } finally {
    performance.now = now;
  }
});

Deno.test("hostModel() gives up with 503 if others are first every time, and has learned nothing", async () => {
  const store: Store = {
    ...memoryStore(),
    save: (name, _bytes, expected) => Promise.reject(new StoreConflictError(name, expected)),
  };
  const waits: number[] = [];
  const model = host(store, { sleep: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) });
  const error = await assertRejects(() => model.learn({ samples: [sample] }), RequestError);
  assertEquals([error.problem.status, error.headers], [503, { "retry-after": "1" }]);
  assertEquals(waits.length, 32);
  assertEquals(waits.every((milliseconds, i) => milliseconds >= 0 && milliseconds < Math.min(2 ** (i + 1), 250)), true);
  assertEquals((await model.head()).state.samples, 0);
});

Deno.test("hostModel() goes on after a store that failed once", async () => {
  const store = memoryStore();
  let failing = true;
  const model = host({
    ...store,
    save: (...saved) => failing ? Promise.reject(new Error("disk full")) : store.save(...saved),
  });
  await assertRejects(() => model.learn({ samples: [sample] }), Error, "disk full");
  failing = false;
  await model.learn({ samples: [sample] });
  assertEquals((await model.head()).state.samples, 1);
});

Deno.test("hostModel() goes on with another learning rate", async () => {
  const store = memoryStore();
  await host(store).learn({ samples: [sample] }); // w = b = 1
  const given = lineLearner({ optimizer: sgd({ learningRate: 0.25 }) });
  const slower = hostModel({ name: "line", given }, hostOptions({ store }));
  await slower.learn({ samples: [{ features: [0], target: 3 }] }); // output 1; b = 1 + 1/4 2 = 1.5
  assertEquals(await parametersOf(slower), [1, 1.5]);
});

Deno.test("hostModel() loads a state only once while its version stays", async () => {
  const store = memoryStore();
  await host(store).learn({ samples: [sample] });
  let loads = 0;
  const model = host({ ...store, load: (name) => (loads++, store.load(name)) });
  for (let i = 0; i < 3; i++) assertEquals((await model.head()).state.samples, 1);
  assertEquals(loads, 1);
});

Deno.test("hostModel() works with a store that cannot tell versions", async () => {
  const { load, save, remove } = memoryStore();
  const [one, two] = [host({ load, save, remove }), host({ load, save, remove })];
  await one.head();
  await two.learn({ samples: [sample] });
  assertEquals((await one.head()).state.samples, 1);
});

Deno.test("hostModel() neither uses nor overwrites what another kind of model has saved", async () => {
  const store = memoryStore();
  const other = lineLearner({ optimizer: momentum({ learningRate: 0.25 }) });
  const bytes = encodeLearner(other, other.init());
  const version = await store.save("line", bytes, undefined);
  const model = host(store);
  for (const use of [() => model.head(), () => model.learn({ samples: [sample] })]) {
    const { problem, cause } = await assertRejects(use, RequestError, damaged);
    assertEquals([problem.status, cause instanceof TypeError], [500, true]);
    assertEquals(String(cause).startsWith("TypeError: Cannot use stored model as its optimizer must be"), true);
  }
  assertEquals(await store.load("line"), { bytes, version });
});

Deno.test("hostModel() neither uses nor overwrites what is no snapshot", async () => {
  const store = memoryStore();
  await store.save("line", Uint8Array.of(1, 2, 3), undefined);
  const { cause } = await assertRejects(() => host(store).learn({ samples: [sample] }), RequestError, damaged);
  assertEquals(cause instanceof SnapshotError, true);
  assertEquals((await store.load("line"))?.bytes, Uint8Array.of(1, 2, 3));
});

Deno.test("hostModel() keeps versions after so many samples, as many as are wanted, and goes back to them", async () => {
  const store = memoryStore();
  const options = { store, versions: { keep: 2, samples: 3, age: 1e9 } };
  const model = host(store, options);
  const states: Uint8Array[] = [];
  for (let i = 0; i < 12; i++) {
    await model.learn({ samples: [{ features: [i / 12], target: i % 2 }] });
    states.push(await model.snapshot());
  }
  const kept = await model.versions();
  assertEquals(kept.map(({ version, samples, learned }) => [version, samples, learned]), [[9, 9, 9], [6, 6, 6]]);
  for (const { version } of kept) assertEquals(await model.snapshot(version), states[version - 1]);
  assertEquals(await model.snapshot(12), states[11]);
  for (const version of [3, 7, 13, NaN]) {
    const error = await assertRejects(() => model.snapshot(version), RequestError);
    assertEquals(error.problem.status, 404);
  }
  const back = await model.rollback(6);
  assertEquals([back.version, back.samples, back.learned, back.restored], [13, 6, 12, 6]);
  const restarted = host(store, options);
  assertEquals(await restarted.snapshot(), states[5]);
  assertEquals((await restarted.versions()).map(({ version }) => version), [12, 9]);
  await restarted.learn({ samples: [sample] });
  assertEquals((await restarted.versions()).map(({ version, restored }) => [version, restored]), [[13, 6], [
    12,
    undefined,
  ]]);
  assertEquals((await restarted.head()).stats.marks.map(({ type, restored }) => [type, restored]), [["rollback", 6]]);
});

Deno.test("hostModel() does not learn again what was learned since a version that it went back to", async () => {
  const model = host(undefined, { versions: { keep: 2, samples: 1, age: 1e9 } });
  await model.learn({ samples: [{ ...sample, id: "a" }] });
  await model.learn({ samples: [{ ...sample, id: "b" }] });
  await model.rollback(1);
  assertEquals((await model.learn({ samples: [{ ...sample, id: "b" }] })).duplicates, 1);
  assertEquals((await model.head()).state.samples, 1);
});

Deno.test("hostModel() takes over another state of the same kind, and refuses one of another kind", async () => {
  const model = host();
  const { state } = learned.learnOne(learned.init(), sample);
  const head = await model.replace(learned, state);
  assertEquals([head.version, head.state.samples, [...head.state.network.parameters]], [1, 1, [1, 1]]);
  const other = lineLearner({ optimizer: momentum({ learningRate: 0.25 }) });
  const error = await assertRejects(() => model.replace(other, other.init()), RequestError);
  assertEquals(error.problem.status, 409);
});

Deno.test("hostModel() asks a rule in the commit, of the version that is replaced there", async () => {
  const store = memoryStore();
  const [one, two] = [host(store, { staleness: 1e9 }), host(store, { staleness: 1e9 })];
  await two.head();
  await one.learn({ samples: [sample] });
  const asked: unknown[] = [];
  const isFirst = (version: number | undefined) => {
    asked.push(version);
    if (version !== 0) throw new RequestError({ status: 412, title: "Precondition Failed" });
  };
  const error = await assertRejects(() => two.replace(learned, learned.init(), isFirst), RequestError);
  assertEquals([error.problem.status, asked], [412, [0, 1]]); // the other was first, so that it is asked again
  assertEquals((await one.refresh()).version, 1);
  await assertRejects(() => one.rollback(1, isFirst), RequestError);
  assertEquals([(await one.refresh()).version, (await one.rollback(1, () => {})).version], [1, 2]);
});

Deno.test("hostModel() refuses what would make too much wait, and what comes when it is closing", async () => {
  const store = memoryStore();
  const model = host(store, { queue: { samples: 3, bytes: 1000 } });
  const big = Array(10).fill(sample);
  const requests = [model.learn({ samples: big, bytes: 9999 }), model.learn({ samples: [sample] })];
  const [, refused] = await Promise.allSettled(requests);
  assert(refused.status === "rejected" && refused.reason instanceof RequestError);
  assertEquals([refused.reason.problem.status, refused.reason.headers], [503, { "retry-after": "1" }]);
  const last = model.learn({ samples: [sample] });
  const closing = model.close();
  const error = await assertRejects(() => model.learn({ samples: [sample] }), RequestError);
  assertEquals(error.problem.detail, "Cannot take the request as the model is closing");
  await closing;
  assertEquals((await last).version, 2);
  assertEquals((await model.head()).state.samples, 11);
});

Deno.test("hostModel() tells its subscribers what happens, here and on other instances", async () => {
  const store = memoryStore();
  const versions = { keep: 2, samples: 1, age: 1e9 };
  const [model, other] = [host(store, { versions }), host(store, { versions })];
  const [here, there] = [model.subscribe(), other.subscribe()];
  await other.head();
  await model.learn({ samples: [sample, sample] });
  await model.learn({ samples: [sample] });
  await model.rollback(1);
  await other.refresh();
  const read = async (events: typeof here, count: number) => {
    const types: string[] = [];
    for await (const { type } of events) if (types.push(type) === count) break;
    return types;
  };
  assertEquals(await read(here, 5), ["learned", "learned", "version", "rollback", "version"]);
  assertEquals(await read(there, 4), ["rollback", "learned", "version", "version"]);
  await model.close();
  const late = model.subscribe();
  late.close();
  for await (const _ of late) throw new Error("nothing is left");
});

Deno.test("hostModel() hosts no model that was neither given nor made", async () => {
  const model = hostModel({ name: "none" }, hostOptions());
  for (const use of [() => model.head(), () => model.learn({ samples: [sample] }), () => model.snapshot()]) {
    const { problem } = await assertRejects(use, RequestError, 'There is no model "none"');
    assertEquals(problem.status, 404);
  }
});

Deno.test("hostModel() gives a snapshot that is the learner's alone", async () => {
  const model = host();
  await model.learn({ samples: [{ ...sample, id: "a" }], idempotency: { key: "k", fingerprint: "f" } });
  const { state } = learned.learnOne(learned.init(), sample);
  assertEquals(await model.snapshot(), encodeLearner(learned, state));
  assertEquals(decodeLearner(await model.snapshot()).state.samples, 1);
});

Deno.test("hostModel() marks and tells a drift", async () => {
  const model = host();
  const events = model.subscribe();
  const stream = (target: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ features: [0], target: target + i % 2, weight: 1e-4 }));
  await model.learn({ samples: stream(0, 4000) });
  assertEquals((await model.head()).stats.drifts, 0);
  await model.learn({ samples: stream(50, 1000) });
  const { drifts, marks } = (await model.head()).stats;
  assertEquals([drifts > 0, marks], [true, [{ type: "drift", samples: 5000, time: marks[0].time, version: 2 }]]);
  for await (const { type } of events) if (type === "drift") break;
});
