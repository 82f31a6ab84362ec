import {
  createLearner,
  decodeLearner,
  type LearnerState,
  memoryStore,
  type Store,
  StoreConflictError,
} from "@backstream/backstream";
import { checkpoint, learn, type LearnStep, miniBatch } from "@backstream/backstream/rx";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { concatMap, firstValueFrom, from, lastValueFrom, Subject, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";
import { lineLearner as learner, lineSamples } from "./line_learner.ts";

const name = "line";
const samples = lineSamples(25);
const after = (count: number): LearnerState => learner.learnMany(learner.init(), samples.slice(0, count)).state;

/** A memory store that tells how many samples each save holds and which version it expects. */
function watched() {
  const store = memoryStore();
  const saves: [samples: number, expected: string | undefined][] = [];
  const save: Store["save"] = (name, bytes, expected) => {
    saves.push([decodeLearner(bytes).state.samples, expected]);
    return store.save(name, bytes, expected);
  };
  return { store: { ...store, save }, saves };
}

/** A store whose saves end when the test says so. */
function manual() {
  const saves: {
    readonly samples: number;
    readonly end: (version: string) => void;
    readonly fail: (e: Error) => void;
  }[] = [];
  const save: Store["save"] = (_name, bytes) =>
    new Promise((end, fail) => saves.push({ samples: decodeLearner(bytes).state.samples, end, fail }));
  return { store: { ...memoryStore(), save }, saves };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

Deno.test("checkpoint() passes every step, saves after each tenth sample and at the end", async () => {
  const { store, saves } = watched();
  const steps = await lastValueFrom(
    from(samples).pipe(
      concatMap((sample) => settled().then(() => sample)), // leaves time for the saves
      learn(learner),
      checkpoint({ store, name, learner, every: 10 }),
      toArray(),
    ),
  );
  assertEquals(steps.map(({ state }) => state.samples), samples.map((_, i) => i + 1));
  assertEquals(saves, [[10, undefined], [20, "1"], [25, "2"]]);
  assertEquals(decodeLearner((await store.load(name))!.bytes).state, after(25));
});

const idle: Store = { ...memoryStore(), save: () => new Promise(() => {}) };
const step: LearnStep = { ...learner.learnOne(learner.init(), samples[1]), sample: samples[1], skipped: 0 };
const boom = new Error("boom");

checkMarbles<LearnStep, LearnStep>("checkpoint()", checkpoint({ store: idle, name, learner, every: 1 }), {
  inputs: { a: step, b: step },
  outputs: { a: step, b: step },
  cases: { // the end waits for the last save, which never ends here
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "-", subscribed: "(^!)" },
    values: { source: "-a-b-|", expected: "-a-b---", subscribed: "^----!" },
    error: { source: "-a-#", expected: "-a-#", subscribed: "^--!" },
    endless: { source: "-a-b--", expected: "-a-b--", subscribed: "^" },
    "early unsubscribe": { source: "-a-b-a-|", expected: "-a-b", subscribed: "^---!", leaves: "^---!" },
    "throwing callback": {
      source: "-a-b-|",
      expected: "-#",
      subscribed: "^!",
      error: boom,
      operator: checkpoint({
        store: {
          ...idle,
          save: () => {
            throw boom;
          },
        },
        name,
        learner,
        every: 1,
      }),
    },
  },
});

Deno.test("checkpoint() of an empty stream saves nothing and completes", async () => {
  const { store, saves } = watched();
  const steps = from([]).pipe(learn(learner), checkpoint({ store, name, learner, every: 1 }), toArray());
  assertEquals([await lastValueFrom(steps), saves], [[], []]);
});

Deno.test("checkpoint() does not save twice what the last save holds", async () => {
  const { store, saves } = watched();
  const stream = from(samples.slice(0, 10)).pipe(concatMap((sample) => settled().then(() => sample)));
  await lastValueFrom(stream.pipe(learn(learner), checkpoint({ store, name, learner, every: 5 })));
  assertEquals(saves, [[5, undefined], [10, "1"]]);
});

Deno.test("checkpoint() counts the samples of mini-batches", async () => {
  const { store, saves } = watched();
  const batches = from(samples).pipe(miniBatch(4), concatMap((batch) => settled().then(() => batch)));
  await lastValueFrom(batches.pipe(learn(learner), checkpoint({ store, name, learner, every: 10 })));
  assertEquals(saves.map(([samples]) => samples), [12, 20, 25]);
});

Deno.test("checkpoint() has one save under way and one waiting, with the newest state; the end waits for both", async () => {
  const { store, saves } = manual();
  let completed = false;
  from(samples).pipe(learn(learner), checkpoint({ store, name, learner, every: 1 }))
    .subscribe({ complete: () => completed = true });
  await settled();
  assertEquals(saves.map(({ samples }) => samples), [1]);
  saves[0].end("1");
  await settled();
  assertEquals([saves.map(({ samples }) => samples), completed], [[1, 25], false]);
  saves[1].end("2");
  await settled();
  assertEquals([saves.length, completed], [2, true]);
});

Deno.test("checkpoint() saves what came due while a save was ending", async () => {
  const { store, saves } = manual();
  const source = new Subject<LearnStep>();
  const subscription = source.pipe(checkpoint({ store, name, learner, every: 1 })).subscribe();
  source.next(step);
  saves[0].end("1");
  for (let turn = 0; turn < 5; turn++) {
    await Promise.resolve();
    source.next(step);
    saves.at(-1)!.end(String(turn));
  }
  source.next(step);
  await settled();
  saves.at(-1)!.end("last");
  await settled();
  const count = saves.length;
  source.next(step);
  assertEquals(saves.length, count + 1);
  subscription.unsubscribe();
});

Deno.test("checkpoint() ends with an error if another writer was first", async () => {
  const store = memoryStore();
  await store.save(name, Uint8Array.of(1), undefined);
  const saving = () => from(samples).pipe(learn(learner), checkpoint({ store, name, learner, every: 10 }));
  await assertRejects(
    () => lastValueFrom(saving()),
    StoreConflictError,
    'Cannot save "line" as it has changed: expected version is none',
  );
  assertEquals((await store.load(name))!.bytes, Uint8Array.of(1));
});

Deno.test("checkpoint() goes on from a version, as if it had never stopped", async () => {
  const { store, saves } = watched();
  const first = from(samples.slice(0, 12)).pipe(learn(learner), checkpoint({ store, name, learner, every: 100 }));
  await lastValueFrom(first);
  const { bytes, version } = (await store.load(name))!;
  const resumed = decodeLearner(bytes);
  await lastValueFrom(
    from(samples.slice(12)).pipe(
      learn(resumed.learner, { state: resumed.state }),
      checkpoint({ store, name, learner: resumed.learner, every: 100, version }),
    ),
  );
  assertEquals(saves, [[12, undefined], [25, "1"]]);
  assertEquals(decodeLearner((await store.load(name))!.bytes).state, after(25));
});

Deno.test("checkpoint() passes a store's error at once and leaves the source", async () => {
  const { store, saves } = manual();
  const source = new Subject<LearnStep>();
  const failed = assertRejects(
    () => lastValueFrom(source.pipe(checkpoint({ store, name, learner, every: 1 }))),
    Error,
    "disk full",
  );
  source.next(step);
  source.next(step);
  saves[0].fail(new Error("disk full"));
  await failed;
  assertEquals([source.observed, saves.length], [false, 1]);
});

Deno.test("checkpoint() starts no save after its subscriber has left, or after an error of the source", async () => {
  for (const error of [undefined, boom]) {
    const { store, saves } = manual();
    const source = new Subject<LearnStep>();
    const subscription = source.pipe(checkpoint({ store, name, learner, every: 1 })).subscribe({ error: () => {} });
    source.next(step);
    source.next(step);
    if (error === undefined) subscription.unsubscribe();
    else source.error(error);
    saves[0].end("1");
    await settled();
    assertEquals([saves.length, source.observed], [1, false]);
  }
});

Deno.test("checkpoint() of a learner that cannot be encoded ends with the reason", async () => {
  const { init, update } = { init: () => null, update: () => [{ weights: [], biases: [] }, null] as never };
  const unnamed = createLearner({ network: { inputs: 1, layers: [{ units: 1 }] }, optimizer: { init, update } });
  const source = new Subject<LearnStep>();
  const saved = firstValueFrom(
    source.pipe(checkpoint({ store: memoryStore(), name, learner: unnamed, every: 1 }), toArray()),
  );
  source.next(step);
  await assertRejects(() => saved, TypeError, "Cannot encode learner as its optimizer must have a spec");
});

Deno.test("checkpoint() rejects an interval that is not a whole number above 0", () => {
  assertThrows(
    () => checkpoint({ store: memoryStore(), name, learner, every: 0 }),
    RangeError,
    "Cannot create checkpoint as every must be a whole number above 0: current value is 0",
  );
});
