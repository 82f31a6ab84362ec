import {
  decodeLearner,
  encodeLearner,
  memoryStore,
  momentum,
  sgd,
  SnapshotError,
  type Store,
  StoreConflictError,
} from "@backstream/backstream";
import { assertEquals, assertRejects } from "@std/assert";
import { hostModel } from "../../lib/http/hosted_model.ts";
import { RequestError } from "../../lib/http/request_error.ts";
import { lineLearner } from "./apps.ts";

const damaged = 'Cannot serve "line" as the store must hold a snapshot of it: current value is something else';
const sample = { features: [1], target: 2 };

function host(store: Store, staleness = 0) {
  return hostModel({ name: "line", learner: lineLearner(), store, staleness });
}

Deno.test("hostModel() goes on from what the store holds", async () => {
  const store = memoryStore();
  const { version } = await host(store).learn([sample, sample]);
  const { state, version: found } = await host(store).head();
  assertEquals([state.samples, found], [2, version]);
});

Deno.test("hostModel() learns concurrent requests one after the other, each saved at the first try", async () => {
  const store = memoryStore();
  let saves = 0;
  const model = host({ ...store, save: (...saved) => (saves++, store.save(...saved)) });
  const samples = Array.from({ length: 30 }, (_, i) => ({ features: [i % 4 / 4], target: i % 3 }));
  const all = await Promise.all(samples.map((each) => model.learn([each])));
  assertEquals(all.map(({ version }) => version), samples.map((_, i) => String(i + 1)));
  assertEquals(saves, 30);
  const learner = lineLearner();
  const expected = learner.learnMany(learner.init(), samples);
  assertEquals((await model.head()).state.network.parameters, expected.state.network.parameters);
  assertEquals(all.map(({ costs }) => costs[0]), [...expected.costs]);
});

Deno.test("hostModel() loses no sample where two instances learn on one store", async () => {
  const store = memoryStore();
  const [one, two] = [host(store), host(store)];
  await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two).learn([sample])));
  assertEquals((await one.head()).state.samples, 20);
  assertEquals((await two.head()).state.samples, 20);
  assertEquals(decodeLearner((await store.load("line"))!.bytes).state.samples, 20);
});

Deno.test("hostModel() learns a batch anew on top of what another instance has saved", async () => {
  const store = memoryStore();
  const [one, two] = [host(store), host(store)];
  await one.learn([sample]); // w = b = 1
  await two.head();
  await one.learn([{ features: [0], target: 3 }]); // output 1; b = 1 + 1/2 2 = 2
  const { outputs, costs } = await two.learn([{ features: [1], target: 3 }]);
  assertEquals([outputs[0], costs[0]], [3, 0]);
});

Deno.test("hostModel() asks the store again when its head may be stale", async () => {
  const store = memoryStore();
  let loads = 0;
  const counting: Store = { ...store, load: (name) => (loads++, store.load(name)) };
  const [fresh, lasting] = [host(counting, 0), host(counting, 1e9)];
  const other = host(store);
  await fresh.head();
  await lasting.head();
  await other.learn([sample]);
  assertEquals((await fresh.head()).state.samples, 1);
  assertEquals((await lasting.head()).state.samples, 0);
  assertEquals(loads, 3);
});

Deno.test("hostModel() lets a head grow as old as the staleness, from when the store was asked on", async () => {
  const store = memoryStore();
  const { now } = performance;
  let time = 0;
  performance.now = () => time;
  try {
    const load: Store["load"] = (name) => (time += 30, store.load(name)); // it takes 30 milliseconds to answer
    const model = host({ ...store, load }, 100);
    await model.head();
    await host(store).learn([sample]);
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
  const sleep = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const model = hostModel({ name: "line", learner: lineLearner(), store, staleness: 0, sleep });
  const error = await assertRejects(() => model.learn([sample]), RequestError);
  assertEquals([error.problem.status, error.headers], [503, { "retry-after": "1" }]);
  assertEquals(waits.length, 12);
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
  await assertRejects(() => model.learn([sample]), Error, "disk full");
  failing = false;
  await model.learn([sample]);
  assertEquals((await model.head()).state.samples, 1);
});

Deno.test("hostModel() goes on with another learning rate", async () => {
  const store = memoryStore();
  await host(store).learn([sample]); // w = b = 1
  const learner = lineLearner({ optimizer: sgd({ learningRate: 0.25 }) });
  const slower = hostModel({ name: "line", learner, store, staleness: 0 });
  await slower.learn([{ features: [0], target: 3 }]); // output 1; b = 1 + 1/4 2 = 1.5
  assertEquals([...(await slower.head()).state.network.parameters], [1, 1.5]);
});

Deno.test("hostModel() loads a state only once while its version stays", async () => {
  const store = memoryStore();
  await host(store).learn([sample]);
  let loads = 0;
  const model = host({ ...store, load: (name) => (loads++, store.load(name)) });
  for (let i = 0; i < 3; i++) assertEquals((await model.head()).state.samples, 1);
  assertEquals(loads, 1);
});

Deno.test("hostModel() works with a store that cannot tell versions", async () => {
  const { load, save, remove } = memoryStore();
  const [one, two] = [host({ load, save, remove }), host({ load, save, remove })];
  await one.head();
  await two.learn([sample]);
  assertEquals((await one.head()).state.samples, 1);
});

Deno.test("hostModel() neither uses nor overwrites what another kind of model has saved", async () => {
  const store = memoryStore();
  const other = lineLearner({ optimizer: momentum({ learningRate: 0.25 }) });
  const bytes = encodeLearner(other, other.init());
  const version = await store.save("line", bytes, undefined);
  const model = host(store);
  for (const use of [() => model.head(), () => model.learn([sample])]) {
    const { problem, cause } = await assertRejects(use, RequestError, damaged);
    assertEquals([problem.status, cause instanceof TypeError], [500, true]);
    assertEquals(String(cause).startsWith("TypeError: Cannot use stored model as its optimizer must be"), true);
  }
  assertEquals(await store.load("line"), { bytes, version });
});

Deno.test("hostModel() neither uses nor overwrites what is no snapshot", async () => {
  const store = memoryStore();
  await store.save("line", Uint8Array.of(1, 2, 3), undefined);
  const { cause } = await assertRejects(() => host(store).learn([sample]), RequestError, damaged);
  assertEquals(cause instanceof SnapshotError, true);
  assertEquals((await store.load("line"))?.bytes, Uint8Array.of(1, 2, 3));
});
