import {
  createLearner,
  encodeLearner,
  type Learner,
  memoryStore,
  momentum,
  sgd,
  type Store,
  StoreConflictError,
} from "@backstream/backstream";
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { createDirectory, type DirectoryOptions } from "../../../lib/http/hosted/create_directory.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { classLearner, hostOptions, lineLearner } from "../apps.ts";

const sample = { features: [1], target: 2 };
const { description } = lineLearner();

function open(store: Store = memoryStore(), options: Partial<DirectoryOptions> = {}) {
  return createDirectory({ ...hostOptions({ store }), given: {}, most: 3, parameters: 100, ...options });
}

/** A store that tells which names it holds. */
function openStore(): { store: Store; names: () => string[] } {
  const store = memoryStore();
  const names = new Set<string>();
  return {
    store: {
      ...store,
      save: async (name, ...rest) => {
        const version = await store.save(name, ...rest);
        names.add(name);
        return version;
      },
      remove: async (name, ...rest) => {
        await store.remove(name, ...rest);
        names.delete(name);
      },
    },
    names: () => [...names],
  };
}

async function namesOf(directory: ReturnType<typeof open>): Promise<string[]> {
  return (await directory.list()).map(({ name }) => name);
}

Deno.test("createDirectory() makes a model of a description, which every instance sees", async () => {
  const store = memoryStore();
  const [one, two] = [open(store), open(store, { given: { colors: classLearner() } })];
  assertEquals(await two.get("line"), undefined);
  const { model, created } = await one.put("line", { description });
  assertEquals([created, model.fixed, (await model.head()).version], [true, false, 1]);
  assertEquals([await namesOf(one), await namesOf(two)], [["line"], ["colors", "line"]]);
  const there = (await two.get("line"))!;
  assertEquals((await there.learn({ samples: [sample] })).version, 2);
  assertEquals((await model.head()).state.samples, 1);
  assertEquals(await (await open(store).get("line"))!.snapshot(), await model.snapshot());
});

Deno.test("createDirectory() makes a model of a snapshot, and replaces it by one of another kind", async () => {
  const directory = open();
  const learner = lineLearner();
  const { state } = learner.learnOne(learner.init(), sample);
  const { model } = await directory.put("line", { learner, state });
  assertEquals(await model.snapshot(), encodeLearner(learner, state));
  const colors = classLearner();
  const again = await directory.put("line", { description: colors.description });
  assertEquals([again.created, again.model === model], [false, true]);
  const head = await model.head();
  assertEquals([head.version, head.learner.description], [2, colors.description]);
  assertEquals(head.stats.marks.map(({ type }) => type), ["replaced"]);
  assertEquals((await model.learn({ samples: [{ features: [0, 1], target: "blue" }] })).version, 3);
});

Deno.test("createDirectory() asks a rule before it makes or replaces a model", async () => {
  const directory = open();
  const asked: unknown[] = [];
  const refuse = (version: number | undefined) => {
    asked.push(version);
    throw new RequestError({ status: 412, title: "Precondition Failed" });
  };
  await assertRejects(() => directory.put("line", { description }, refuse), RequestError);
  assertEquals(await directory.get("line"), undefined);
  const { model } = await directory.put("line", { description }, (version) => assertEquals(version, undefined));
  await assertRejects(() => directory.put("line", { description }, refuse), RequestError);
  assertEquals([asked, (await model.head()).version], [[undefined, 1], 1]);
});

Deno.test("createDirectory() learns a late label by a learner that has replaced the one that predicted", async () => {
  const { model } = await open().put("line", { description });
  const { ids } = await model.remember([[1], [1]]);
  const wider = createLearner({
    network: { inputs: 1, layers: [{ units: 2, activation: "identity" }], seed: 1 },
    optimizer: sgd({ learningRate: 0.1 }),
  });
  await model.replace(wider, wider.init());
  const answer = await model.label({
    labels: [{ id: ids[0], target: [1, 2] }, { id: ids[1], target: 5 }],
    atomic: false,
  });
  assertEquals([0, 1].map((place) => answer.outcome(place)?.status), ["learned", "refused"]);
  assertEquals((await model.head()).stats.learned, 1);
});

Deno.test("createDirectory() removes a model with all that belongs to it, on every instance", async () => {
  const { store, names } = openStore();
  const versions = { keep: 2, samples: 1, age: 1e9 };
  const [one, two] = [open(store, { versions }), open(store)];
  const { model } = await one.put("line", { description });
  const there = (await two.get("line"))!;
  const events = there.subscribe();
  const ids = (i: number) => Array.from({ length: 3000 }, (_, j) => ({ ...sample, weight: 0, id: `${i} ${j}` }));
  for (let i = 0; i < 4; i++) await model.learn({ samples: ids(i) });
  assertEquals(names().length > 5, true);
  assertEquals([await one.remove("line"), await one.remove("line")], [true, false]);
  assertEquals(names(), [".models"]);
  assertEquals([await two.get("line"), await namesOf(two)], [undefined, []]);
  for await (const { type } of events) if (type === "removed") break;
  for (const use of [() => model.learn({ samples: [sample] }), () => there.learn({ samples: [sample] })]) {
    await assertRejects(use, RequestError);
  }
  const { created } = await two.put("line", { description });
  assertEquals([created, (await (await one.get("line"))!.head()).version], [true, 1]);
});

Deno.test("createDirectory() asks a rule again of a version that was committed before the model could be removed", async () => {
  const { store, names } = openStore();
  const versions = { keep: 2, samples: 1, age: 1e9 };
  const other = open(store, { versions });
  let learnings = 1;
  const slow = open({
    ...store,
    async remove(name, ...rest) {
      if (name === "line" && learnings-- > 0) await (await other.get("line"))!.learn({ samples: [sample] });
      return store.remove(name, ...rest);
    },
  }, { versions });
  const { model } = await slow.put("line", { description });
  const asked: (number | undefined)[] = [];
  const refuse = (version: number | undefined) => {
    asked.push(version);
    if (version === 2) throw new Error("not that one");
  };
  await assertRejects(() => slow.remove("line", refuse), Error, "not that one");
  assertEquals([asked, (await model.refresh()).version], [[1, 2], 2]);
  learnings = 1;
  assertEquals(await slow.remove("line", (version) => void asked.push(version)), true);
  assertEquals([asked, names()], [[1, 2, 2, 3], [".models"]]); // with what was kept of versions 1 and 2
  await slow.put("line", { description });
  learnings = 1;
  assertEquals([await slow.remove("line"), names()], [true, [".models"]]); // without a rule it goes, whatever comes
});

Deno.test("createDirectory() leaves nothing of a model while another one is removed", async () => {
  const { store, names } = openStore();
  const versions = { keep: 2, samples: 1, age: 1e9 };
  const other = open(store, { versions });
  const slow = open({
    ...store,
    async remove(name, ...rest) {
      if (name === "line") await other.remove("curve"); // which finds what is left of a line that is still there
      return await store.remove(name, ...rest);
    },
  }, { versions });
  for (const name of ["line", "curve"]) {
    const { model } = await slow.put(name, { description });
    for (let i = 0; i < 3; i++) await model.learn({ samples: [sample] });
  }
  assertEquals(await slow.remove("line"), true);
  assertEquals(names(), [".models"]);
});

Deno.test("createDirectory() lists a model that is made again while it is removed", async () => {
  const store = memoryStore();
  const other = open(store);
  const [early, late] = ["before", "after"].map((when) => {
    let made = false;
    return open({
      ...store,
      async save(name, bytes, expected) {
        const isLast = name === ".models" && !made && (await store.load("line")) === undefined;
        made ||= isLast; // when the name is taken out
        if (isLast && when === "before") await other.put("line", { description });
        const version = await store.save(name, bytes, expected);
        if (isLast && when === "after") await other.put("line", { description });
        return version;
      },
    });
  });
  for (const directory of [early, late]) {
    await other.put("line", { description });
    assertEquals(await directory.remove("line"), true);
    assertEquals([await namesOf(other), (await other.get("line"))?.name], [["line"], "line"]);
    await other.remove("line");
  }
});

Deno.test("createDirectory() lists a model whose name a removal takes out while it is made", async () => {
  const store = memoryStore();
  const other = open(store);
  const slow = open({
    ...store,
    async save(name, ...rest) {
      if (name === "line") await store.remove(".models"); // as if it had not been put in
      return await store.save(name, ...rest);
    },
  });
  await slow.put("line", { description });
  assertEquals(await namesOf(other), ["line"]);
});

Deno.test("createDirectory() leaves a model alone that was made while another of its name was removed by a rule", async () => {
  const store = memoryStore();
  const other = open(store);
  let isFirst = true;
  const slow = open({
    ...store,
    async remove(name, expected) {
      if (name === "line" && isFirst) {
        isFirst = false;
        await other.remove("line");
        await other.put("line", { description });
      }
      return store.remove(name, expected);
    },
  });
  await other.put("line", { description });
  assertEquals(await slow.remove("line", (version) => assertEquals(version, 1)), true);
  assertEquals([await namesOf(other), (await (await other.get("line"))!.refresh()).version], [["line"], 1]);
});

Deno.test("createDirectory() gives up to remove by a rule what others change every time", async () => {
  const store = memoryStore();
  let tries = 0;
  const directory = open({
    ...store,
    remove(name, expected) {
      if (expected === undefined) return store.remove(name);
      tries++;
      return Promise.reject(new StoreConflictError(name, expected, "remove"));
    },
  });
  await directory.put("line", { description });
  const error = await assertRejects(() => directory.remove("line", () => {}), RequestError, "is changed all the time");
  assertEquals([error.problem.status, tries], [503, 32]);
  const { remains } = JSON.parse(new TextDecoder().decode((await store.load(".models"))!.bytes));
  assertEquals(remains.length, 1);
  assertEquals([await directory.remove("line"), tries], [true, 32]); // without one
});

Deno.test("createDirectory() clears away what an instance has left that died while it removed a model", async () => {
  const { store, names } = openStore();
  const versions = { keep: 2, samples: 1, age: 1e9 };
  for (const dies of ["line", ".part"]) {
    const dying = open({
      ...store,
      remove: (name) => name.startsWith(dies) ? Promise.reject(new Error("killed")) : store.remove(name),
    }, { versions });
    const { model } = await dying.put("line", { description });
    for (let i = 0; i < 3; i++) await model.learn({ samples: [sample] });
    await assertRejects(() => dying.remove("line"), Error, "killed");
    const other = open(store, { versions });
    if (dies === "line") {
      await other.remove("none");
      assertEquals((await (await other.get("line"))!.snapshot(3)).length > 0, true); // it was not removed after all
      await other.remove("line");
    } else {
      await other.put("other", { description });
      await other.remove("other");
    }
    assertEquals(names(), [".models"]);
  }
});

Deno.test("createDirectory() serves models that are given in code, and neither removes them nor makes others of them", async () => {
  const directory = open(memoryStore(), { given: { "rot/grün": classLearner(), line: lineLearner() } });
  assertEquals(await namesOf(directory), ["line", "rot/grün"]);
  const { model, created } = await directory.put("line", { description });
  assertEquals([created, (await model.head()).version], [false, 1]);
  const other = { description: lineLearner({ optimizer: momentum({ learningRate: 1 }) }).description };
  for (const use of [() => directory.put("line", other), () => directory.remove("line")]) {
    assertEquals((await assertRejects(use, RequestError)).problem.status, 409);
  }
});

Deno.test("createDirectory() refuses names that cannot be, models that are too large, and too many of them", async () => {
  const directory = open();
  for (const name of ["", ".a", "a/b", "ü", "a b", "x".repeat(65), "a\n"]) {
    const error = await assertRejects(
      () => directory.put(name, { description }),
      RequestError,
      "Cannot create model as its name",
    );
    assertEquals([error.problem.status, await directory.get(name)], [422, undefined]);
  }
  const learner = createLearner({
    network: { inputs: 100, layers: [{ units: 1 }] },
    optimizer: sgd({ learningRate: 1 }),
  });
  for (const source of [{ learner, state: learner.init() }, { description: learner.description }]) {
    const error = await assertRejects(
      () => directory.put("large", source),
      RequestError,
      "must have 100 parameters at most",
    );
    assertEquals(error.problem.status, 422);
  }
  for (const name of ["a", "B-_.9", "x".repeat(64)]) await directory.put(name, { description });
  const error = await assertRejects(() => directory.put("d", { description }), RequestError);
  assertEquals(error.problem.detail, "Cannot create model as there must be 3 models at most");
  assertEquals((await directory.put("a", { description })).created, false);
});

Deno.test("createDirectory() lets several instances make models at the same time", async () => {
  const store = memoryStore();
  const directories = [open(store), open(store), open(store)];
  const made = await Promise.all(
    directories.map((directory, i) => directory.put(i < 2 ? "same" : "other", { description })),
  );
  assertEquals(made.map(({ created }) => created).sort(), [false, true, true]);
  for (const directory of directories) assertEquals(await namesOf(directory), ["other", "same"]);
});

Deno.test("createDirectory() takes nothing when it is closed", async () => {
  const store = memoryStore();
  const directory = open(store, { given: { line: lineLearner() } });
  await open(store).put("late", { description });
  await directory.close();
  for (const name of ["line", "late"]) {
    const model = (await directory.get(name))!;
    assertEquals((await model.head()).state.samples, 0);
    await assertRejects(() => model.learn({ samples: [sample] }), RequestError, "the model is closing");
  }
});

Deno.test("createDirectory() throws for what cannot be served", () => {
  const nameless = { ...lineLearner(), description: { labels: [], task: "regression" } } as Learner;
  const message = 'Cannot serve model "nameless" as its optimizer must have a spec: current value is undefined';
  assertThrows(() => open(undefined, { given: { nameless } }), TypeError, message);
  assertThrows(
    () => open(undefined, { given: { ".a": lineLearner() } }),
    RangeError,
    'Cannot serve model as its name must not begin with a dot: current value is ".a"',
  );
  assert(open());
});

Deno.test("createDirectory() lists a model that cannot be read with the others", async () => {
  const store = memoryStore();
  const directory = open(store, { given: { line: lineLearner() } });
  await directory.put("broken", { description });
  await store.save("broken", Uint8Array.of(1, 2, 3), await store.version!("broken"));
  assertEquals(await namesOf(directory), ["broken", "line"]);
  assertEquals(await namesOf(open(store)), ["broken"]);
});
