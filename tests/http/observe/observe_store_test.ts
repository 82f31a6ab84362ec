import { memoryStore, StoreConflictError } from "@backstream/backstream";
import { assertEquals, assertRejects } from "@std/assert";
import { createMeter } from "../../../lib/http/observe/create_meter.ts";
import { observeStore } from "../../../lib/http/observe/observe_store.ts";
import { testStore } from "../../conformance/store.ts";
import { collectSpans } from "./collect_spans.ts";

testStore("observeStore()", () => ({ store: observeStore(memoryStore(), createMeter()), close() {} }));

const bytes = Uint8Array.of(1, 2, 3);

Deno.test("observeStore() counts commits, conflicts and bytes of models, and not of what is beside them", async () => {
  const meter = createMeter();
  const inner = memoryStore();
  const store = observeStore(inner, meter);
  const version = await store.save("line", bytes, undefined);
  await store.save("line", bytes.subarray(1), version);
  await assertRejects(() => store.save("line", bytes, version), StoreConflictError);
  await store.save(".part/line/1", bytes, undefined);
  await store.load(".part/line/1");
  assertEquals(meter.workOf("line"), { predictions: 0, commits: 2, conflicts: 1, bytes: 2 });
  assertEquals(meter.workOf(".part/line/1").bytes, NaN);
  const other = createMeter();
  await observeStore(inner, other).load("line");
  assertEquals(other.workOf("line").bytes, 2);
  await store.remove("line");
  assertEquals(meter.workOf("line").commits, 0);
});

Deno.test("observeStore() makes a span of a commit, as an error if another one was first", async () => {
  const { tracer, spans } = collectSpans();
  const store = observeStore(memoryStore(), createMeter(), tracer);
  await store.save("line", bytes, undefined);
  await assertRejects(() => store.save("line", bytes, undefined), StoreConflictError);
  await store.save(".models", bytes, undefined);
  const attributes = { "backstream.model": "line", "backstream.bytes": 3 };
  assertEquals(spans().map(({ name, status, attributes }) => ({ name, status, attributes })), [
    { name: "commit", status: 0, attributes },
    { name: "commit", status: 2, attributes: { ...attributes, "error.type": "StoreConflictError" } },
  ]);
});

Deno.test("observeStore() lacks version where the store does", () => {
  const { version: _, ...plain } = memoryStore();
  assertEquals("version" in observeStore(plain, createMeter()), false);
});
