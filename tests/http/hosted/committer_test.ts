import { memoryStore, type Store } from "@backstream/backstream";
import { assertEquals, assertRejects } from "@std/assert";
import { type Committer, createCommitter } from "../../../lib/http/hosted/committer.ts";
import type { LearnAnswer } from "../../../lib/http/hosted/learn_request.ts";
import { createRecordCache } from "../../../lib/http/hosted/record_cache.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { readMemory } from "../../../lib/http/read_memory.ts";
import { lineLearner } from "../apps.ts";

const sample = { features: [1], target: 2 };
const size = { samples: 1, bytes: 0, alone: false };

/** Commits a request to learn so many samples. */
function learn(committer: Committer, count = 1): Promise<LearnAnswer> {
  const request = { samples: Array(count).fill(sample) };
  return committer.commit({ ...size, samples: count }, { steps: (draft) => draft.learn(request) });
}

function open(store: Store = memoryStore(), interval = 0, sleep = () => Promise.resolve()) {
  const cache = createRecordCache({
    name: "line",
    given: lineLearner(),
    store,
    staleness: 1e9,
    onChange: () => {},
    onGone: () => {},
  });
  const queue = { samples: 100_000, bytes: 1e9 };
  return createCommitter({ name: "line", store, cache, queue, interval, sleep, ...readMemory({}) });
}

Deno.test("createCommitter() commits what comes in one turn at once, up to 8192 samples", async () => {
  const committer = open();
  const answers = await Promise.all([8000, 192, 1].map((count) => learn(committer, count)));
  assertEquals(answers.map(({ version, before }) => [version, before]), [[1, 0], [1, 8000], [2, 8192]]);
});

Deno.test("createCommitter() commits what comes at whatever moment after an earlier commit", async () => {
  const committer = open();
  for (let turns = 0; turns < 50; turns++) {
    const next = learn(committer).then(async () => {
      for (let i = 0; i < turns; i++) await undefined;
      return await learn(committer);
    });
    assertEquals((await next).version, 2 * turns + 2);
  }
});

Deno.test("createCommitter() commits nothing if nothing is changed", async () => {
  let saves = 0;
  const store = memoryStore();
  const committer = open({ ...store, save: (...saved) => (saves++, store.save(...saved)) });
  assertEquals(await committer.commit(size, { run: () => "nothing" }), "nothing");
  assertEquals(saves, 0);
});

Deno.test("createCommitter() hands on what a change throws, and commits the others", async () => {
  const committer = open();
  const broken = committer.commit(size, {
    run: () => {
      throw new Error("broken");
    },
  });
  const [one, two] = await Promise.allSettled([broken, learn(committer)]);
  assertEquals([one.status, two.status], ["rejected", "fulfilled"]);
});

Deno.test("createCommitter() waits between commits for as long as it is told", async () => {
  const waits: number[] = [];
  const sleep = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const committer = open(memoryStore(), 1e6, sleep as () => Promise<void>);
  await learn(committer);
  await learn(committer);
  assertEquals([waits.length, waits[0] > 9e5 && waits[0] <= 1e6], [1, true]);
});

Deno.test("createCommitter() writes pages before the record that needs them, and removes what was dropped before", async () => {
  const calls: string[] = [];
  const store = memoryStore();
  const logged: Store = {
    ...store,
    save: (name, ...rest) => (calls.push(`save ${name.replace(/[\da-f-]{18}/, "inc")}`), store.save(name, ...rest)),
    remove: (name) => (calls.push(`remove ${name.replace(/[\da-f-]{18}/, "inc")}`), store.remove(name)),
  };
  const cache = createRecordCache({
    name: "line",
    given: lineLearner(),
    store: logged,
    staleness: 1e9,
    onChange: () => {},
    onGone: () => {},
  });
  const memory = readMemory({ memory: { ids: 0 }, versions: { keep: 0 } });
  const queue = { samples: 100_000, bytes: 1e9 };
  const committer = createCommitter({
    ...{ name: "line", store: logged, cache, queue, interval: 0, ...memory },
    sleep: () => Promise.resolve(),
  });
  let id = 0;
  const samples = () => Array.from({ length: 2048 }, () => ({ ...sample, weight: 0, id: `${id++}` }));
  for (let i = 0; i < 4; i++) {
    const request = { samples: samples() };
    await committer.commit(size, { steps: (draft) => draft.learn(request) });
  }
  assertEquals(calls, [
    "save line",
    ...["save .part/line/inc/ids/0", "save line"], // which drops the page at once, as no id is to be remembered
    ...["remove .part/line/inc/ids/0", "save .part/line/inc/ids/1", "save line"],
    ...["remove .part/line/inc/ids/1", "save .part/line/inc/ids/2", "save line"],
  ]);
});

Deno.test("createCommitter() takes nothing when it is closed, and has done what it took", async () => {
  const committer = open();
  const last = learn(committer);
  const closed = committer.close();
  await assertRejects(() => learn(committer), RequestError, "the model is closing");
  await closed;
  assertEquals((await last).version, 1);
});
