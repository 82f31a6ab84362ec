import { memoryStore } from "@backstream/backstream";
import { assertEquals, assertRejects } from "@std/assert";
import { initLedger } from "../../../lib/http/hosted/ledger.ts";
import { encodeRecord } from "../../../lib/http/hosted/record.ts";
import { createRecordCache, type RecordCacheOptions } from "../../../lib/http/hosted/record_cache.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const record = (version: number) => ({
  learner,
  state: learner.init(),
  ledger: { ...initLedger("regression", "a"), version },
});

function open(options: Partial<RecordCacheOptions> = {}) {
  const store = memoryStore();
  const told: string[] = [];
  const cache = createRecordCache({
    name: "line",
    given: undefined,
    store,
    staleness: 0,
    onChange: ({ ledger }, old) => void told.push(`${old.ledger.version} to ${ledger.version}`),
    onGone: ({ ledger }) => void told.push(`${ledger.version} is gone`),
    ...options,
  });
  return { store, told, cache };
}

Deno.test("createRecordCache() tells of what others save, and of the end", async () => {
  const { store, told, cache } = open();
  await assertRejects(cache.fresh, RequestError, 'There is no model "line"');
  const first = await store.save("line", encodeRecord(record(1)), undefined);
  assertEquals((await cache.fresh()).ledger.version, 1);
  await store.save("line", encodeRecord(record(2)), first);
  assertEquals([(await cache.known()).ledger.version, (await cache.newest()).ledger.version], [1, 2]);
  await store.remove("line");
  await assertRejects(cache.newest, RequestError, 'There is no model "line"');
  assertEquals(told, ["1 to 2", "2 is gone"]);
});

Deno.test("createRecordCache() asks once for all who ask at the same time", async () => {
  let loads = 0;
  const store = memoryStore();
  const { cache } = open({ given: learner, store: { ...store, load: (name) => (loads++, store.load(name)) } });
  const records = await Promise.all([cache.fresh(), cache.fresh(), cache.known()]);
  assertEquals([loads, new Set(records).size, records[0].stored], [1, 1, undefined]);
});

Deno.test("createRecordCache() does not let an older answer replace what was saved in the meantime", async () => {
  const gates: (() => void)[] = [];
  const store = memoryStore();
  const load = async (name: string) => {
    const stored = await store.load(name);
    await new Promise<void>((resolve) => gates.push(resolve));
    return stored;
  };
  const { cache } = open({ given: learner, store: { load } });
  const asking = cache.fresh();
  while (gates.length === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  const adopted = { ...record(1), stored: "1" };
  cache.adopt(adopted, performance.now());
  gates[0]();
  assertEquals([await asking === adopted, await cache.known() === adopted], [true, true]);
});

Deno.test("createRecordCache() forgets what it is told to forget", async () => {
  const { store, cache } = open({ staleness: 1e9, given: learner });
  await cache.fresh();
  await store.save("line", encodeRecord(record(3)), undefined);
  cache.forget();
  assertEquals((await cache.known()).ledger.version, 3);
});
