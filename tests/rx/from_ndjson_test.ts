import { SampleError } from "@backstream/backstream";
import { fromNdjson, learn, type NdjsonOptions } from "@backstream/backstream/rx";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { lastValueFrom, take, toArray } from "rxjs";
import { lineLearner, lineSamples } from "./line_learner.ts";

function read<T>(chunks: Iterable<string | Uint8Array>, options?: NdjsonOptions): Promise<T[]> {
  return lastValueFrom(fromNdjson<T>(ReadableStream.from(chunks), options).pipe(toArray()));
}

Deno.test("fromNdjson() gives a value for each line with text", async () => {
  assertEquals(await read(['{"a":1}\n[2', ',3]\r\n\n  \n"four"\r\nnull']), [{ a: 1 }, [2, 3], "four", null]);
  assertEquals(await read([]), []);
});

Deno.test("fromNdjson() reads UTF-8 whose characters are cut by the chunks, and no byte order mark", async () => {
  const bytes = new TextEncoder().encode('\uFEFF"Zürich"\n"🧠"\n');
  assertEquals(await read(Array.from(bytes, (byte) => Uint8Array.of(byte))), ["Zürich", "🧠"]);
});

Deno.test("fromNdjson() and learn() give byte for byte what learnMany gives", async () => {
  const samples = lineSamples(100);
  const text = samples.map((sample) => JSON.stringify(sample)).join("\n");
  const chunks = text.match(/[^]{1,37}/g)!;
  const { state } = await lastValueFrom(fromNdjson(ReadableStream.from(chunks)).pipe(learn(lineLearner)));
  assertEquals(state, lineLearner.learnMany(lineLearner.init(), samples).state);
});

Deno.test("fromNdjson() stops at a malformed line after those before it, tells where it is, and cancels the stream", async () => {
  const values: unknown[] = [];
  const cancelled: unknown[] = [];
  const stream = new ReadableStream<string>({
    start: (controller) => controller.enqueue('1\n\n{"features":[1,2\n4\n'),
    cancel: (reason) => void cancelled.push(reason),
  });
  const error = await assertRejects(
    () => fromNdjson(stream).forEach((value) => values.push(value)),
    SyntaxError,
    'Cannot read line 3 as it must be JSON: current value is "{\\"features\\":[1,2"',
  );
  assert(error.cause instanceof SyntaxError);
  assertEquals([values, cancelled.length, stream.locked], [[1], 1, false]);
});

Deno.test("fromNdjson() skips and counts malformed lines", async () => {
  const told: [string, number][] = [];
  const values = await read(["1\n{\n2\n", `${"x".repeat(100)}\n3`], {
    invalid: "skip",
    onInvalid: ({ message }, skipped) => told.push([message, skipped]),
  });
  assertEquals(values, [1, 2, 3]);
  assertEquals(told, [
    ['Cannot read line 2 as it must be JSON: current value is "{"', 1],
    [`Cannot read line 4 as it must be JSON: current value is "${"x".repeat(60)}..."`, 2],
  ]);
});

Deno.test("fromNdjson() stops at a line that is too long without waiting for its end, or skips it", async () => {
  const message = 'Cannot read line 2 as a line must hold at most 4 characters: current value begins with "[1,2"';
  const endless = new ReadableStream<string>({
    start: (controller) => controller.enqueue("1\n[1,2,3"),
  });
  await assertRejects(() => lastValueFrom(fromNdjson(endless, { maxLength: 4 })), RangeError, message);
  const told: string[] = [];
  const onInvalid = (error: Error) => void told.push(error.message);
  assertEquals(await read(["1\n[1,2,3", ",4]\n5"], { maxLength: 4, invalid: "skip", onInvalid }), [1, 5]);
  assertEquals(told, [message]);
});

Deno.test("fromNdjson() leaves what the lines hold to learn(), which tells the place", async () => {
  const stream = ReadableStream.from(['{"features":[1],"target":2}\n{"features":[1]}\n']);
  await assertRejects(
    () => lastValueFrom(fromNdjson(stream).pipe(learn(lineLearner))),
    SampleError,
    "Cannot use samples[1].target as it must be a number, a label or an array of numbers: current value is undefined",
  );
});

Deno.test("fromNdjson() passes an error that onInvalid throws", async () => {
  const onInvalid = () => {
    throw new Error("boom");
  };
  await assertRejects(() => read(["{\n1"], { invalid: "skip", onInvalid }), Error, "boom");
});

Deno.test("fromNdjson() stops within a chunk and cancels the stream when its subscriber has enough", async () => {
  const cancelled: unknown[] = [];
  const stream = new ReadableStream<string>({
    start: (controller) => controller.enqueue("1\n2\nnot read"),
    cancel: (reason) => void cancelled.push(reason),
  });
  assertEquals(await lastValueFrom(fromNdjson<number>(stream, { cancelReason: "enough" }).pipe(take(2))), 2);
  assertEquals(cancelled, ["enough"]);
});

Deno.test("fromNdjson() cancels an idle stream at once when its subscriber leaves", () => {
  const cancelled: unknown[] = [];
  const stream = new ReadableStream<string>({ cancel: (reason) => void cancelled.push(reason) });
  fromNdjson(stream, { cancelReason: "gone" }).subscribe().unsubscribe();
  assertEquals(cancelled, ["gone"]);
});
