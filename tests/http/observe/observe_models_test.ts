import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import type { HostedModel, ModelVersion } from "../../../lib/http/hosted/hosted_model.ts";
import type { ModelDirectory } from "../../../lib/http/hosted/model_directory.ts";
import { createMeter } from "../../../lib/http/observe/create_meter.ts";
import { observeModels } from "../../../lib/http/observe/observe_models.ts";
import { collectSpans } from "./collect_spans.ts";

/** A model of a class, that answers with what it was asked. */
class Asked {
  readonly name = "line";
  readonly fixed = true;
  readonly #asked: string[] = [];
  head() {
    return Promise.resolve(this.#asked);
  }
  known() {
    return this.#asked;
  }
  learn({ samples }: { samples: unknown[] }) {
    return samples.length > 2
      ? Promise.reject(new RangeError("too many"))
      : Promise.resolve({ learned: samples.length, version: 5 });
  }
  label({ labels }: { labels: unknown[] }) {
    return Promise.resolve({ learned: labels.length, version: 6 });
  }
  predict(_by: unknown, inputs: unknown[]) {
    if (inputs.length > 2) throw new RangeError("too many");
    return inputs;
  }
  remember(inputs: unknown[], bytes?: unknown) {
    this.#asked.push(JSON.stringify(bytes));
    return Promise.resolve({ version: 7, outputs: inputs });
  }
  versions() {
    return Promise.resolve(this.#asked);
  }
  snapshot(version: number) {
    return Promise.resolve(version);
  }
  rollback(version: number) {
    return Promise.resolve(version);
  }
  replace(...both: unknown[]) {
    return Promise.resolve(both);
  }
  subscribe() {
    return this.#asked;
  }
  close() {
    return Promise.resolve(this.#asked);
  }
}

const version = { version: 6 } as ModelVersion;

function observed() {
  const model = new Asked() as unknown as HostedModel;
  const removed: unknown[] = [];
  const directory: ModelDirectory = {
    given: (name) => name === "line" ? model : undefined,
    get: (name) => Promise.resolve(name === "line" ? model : undefined),
    list: () => Promise.resolve([model]),
    put: () => Promise.resolve({ model, created: true }),
    remove: (...asked) => Promise.resolve(removed.push(...asked) > 0),
    close: () => Promise.resolve(),
  };
  const meter = createMeter();
  const { tracer, spans } = collectSpans();
  return { directory: observeModels(directory, meter, tracer), meter, spans, removed };
}

Deno.test("observeModels() gives the same watched model every way", async () => {
  const { directory, removed } = observed();
  const model = await directory.get("line");
  assertEquals([directory.given("line") === model, directory.given("curve")], [true, undefined]);
  assertEquals(await directory.get("curve"), undefined);
  assertEquals((await directory.list())[0] === model, true);
  const { model: put, created } = await directory.put("line", {} as never);
  assertEquals([put === model, created], [true, true]);
  const rule = () => {};
  assertEquals([await directory.remove("line", rule), removed], [true, ["line", rule]]);
  await directory.close();
});

Deno.test("observeModels() hands on everything, whatever kind of object the model is", async () => {
  const model = (await observed().directory.get("line"))! as unknown as Asked & Record<string, unknown>;
  await model.remember([1, 2], 34);
  const asked = ["34"];
  assertEquals([model.name, model.fixed], ["line", true]);
  assertEquals(
    [await model.head(), model.known(), await model.versions(), model.subscribe(), await model.close()],
    Array(5).fill(asked),
  );
  assertEquals([await model.snapshot(3), await model.rollback(4), await model.replace(1, 2, 5)], [3, 4, [1, 2, 5]]);
});

Deno.test("observeModels() counts predictions that were made", async () => {
  const { directory, meter } = observed();
  const model = (await directory.get("line"))!;
  model.predict(version, [[1], [2]]);
  await model.remember([[3]]);
  assertThrows(() => model.predict(version, [[1], [2], [3]]), RangeError);
  assertEquals(meter.workOf("line").predictions, 3);
});

Deno.test("observeModels() makes spans of what models do", async () => {
  const { directory, spans } = observed();
  const model = (await directory.get("line"))!;
  const sample = { features: [1], target: 2 };
  await model.learn({ samples: [sample, sample] });
  await model.label({ labels: [{ id: "a", target: 1 }] });
  model.predict(version, [[1]]);
  await model.remember([[1], [2]]);
  assertThrows(() => model.predict(version, [[1], [2], [3]]), RangeError);
  await assertRejects(() => model.learn({ samples: [sample, sample, sample] }), RangeError);
  const about = (samples: number) => ({ "backstream.model": "line", "backstream.samples": samples });
  assertEquals(spans().map(({ name, status, attributes }) => [name, status, attributes]), [
    ["learn", 0, { ...about(2), "backstream.learned": 2, "backstream.version": 5 }],
    ["label", 0, { ...about(1), "backstream.learned": 1, "backstream.version": 6 }],
    ["predict", 0, { ...about(1), "backstream.version": 6 }],
    ["predict", 0, { ...about(2), "backstream.version": 7 }],
    ["predict", 2, { ...about(3), "backstream.version": 6, "error.type": "RangeError" }],
    ["learn", 2, { ...about(3), "error.type": "RangeError" }],
  ]);
});
