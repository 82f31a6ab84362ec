import { fromReadableStream } from "@backstream/backstream/rx";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { EMPTY, lastValueFrom, map, mergeMap, take, toArray } from "rxjs";

/** A stream over an array that tells what it was asked and told. */
function spied<T>(values: readonly T[], { idle = false } = {}) {
  const spy = { pulled: 0, cancelled: [] as unknown[] };
  const stream = new ReadableStream<T>({
    pull(controller) {
      if (spy.pulled < values.length) return controller.enqueue(values[spy.pulled++]);
      if (idle) return new Promise(() => {});
      controller.close();
    },
    cancel: (reason) => void spy.cancelled.push(reason),
  }, { highWaterMark: 0 });
  return { stream, spy };
}

Deno.test("fromReadableStream() gives every chunk, then completes and releases the stream", async () => {
  const { stream, spy } = spied([1, 2, 3]);
  assertEquals(await lastValueFrom(fromReadableStream(stream).pipe(toArray())), [1, 2, 3]);
  assertEquals([stream.locked, spy.cancelled], [false, []]);
});

Deno.test("fromReadableStream() of an empty stream completes", async () => {
  assertEquals(await lastValueFrom(fromReadableStream(spied([]).stream).pipe(toArray())), []);
});

Deno.test("fromReadableStream() reads nothing before it is subscribed to", () => {
  const { stream, spy } = spied([1]);
  fromReadableStream(stream);
  assertEquals([stream.locked, spy.pulled], [false, 0]);
});

Deno.test("fromReadableStream() asks for a chunk only when the last one is handled", async () => {
  const { stream, spy } = spied([1, 2, 3, 4]);
  const pulled: number[] = [];
  await fromReadableStream(stream).forEach(() => pulled.push(spy.pulled));
  assertEquals(pulled, [1, 2, 3, 4]);
});

Deno.test("fromReadableStream() cancels an idle stream at once when its subscriber leaves, and releases it", async () => {
  const { stream, spy } = spied<number>([], { idle: true });
  const subscription = fromReadableStream(stream).subscribe();
  await Promise.resolve(); // the read is under way
  subscription.unsubscribe();
  assertEquals(spy.cancelled.length, 1);
  assertEquals((spy.cancelled[0] as DOMException).name, "AbortError");
  assertEquals(stream.locked, false);
});

Deno.test("fromReadableStream() tells the stream the reason that was given", () => {
  const { stream, spy } = spied<number>([], { idle: true });
  fromReadableStream(stream, { cancelReason: "enough" }).subscribe().unsubscribe();
  assertEquals(spy.cancelled, ["enough"]);
});

Deno.test("fromReadableStream() cancels a stream of which its subscriber has enough", async () => {
  const { stream, spy } = spied([1, 2, 3, 4]);
  assertEquals(await lastValueFrom(fromReadableStream(stream).pipe(take(2), toArray())), [1, 2]);
  assertEquals([spy.pulled, spy.cancelled.length, stream.locked], [2, 1, false]);
});

Deno.test("fromReadableStream() cancels the stream when an operator throws", async () => {
  const { stream, spy } = spied([1, 2, 3]);
  const failing = fromReadableStream(stream).pipe(map(() => {
    throw new Error("boom");
  }));
  await assertRejects(() => lastValueFrom(failing), Error, "boom");
  assertEquals([spy.pulled, spy.cancelled.length, stream.locked], [1, 1, false]);
});

Deno.test("fromReadableStream() passes the stream's error after the chunks before it", async () => {
  const values: number[] = [];
  const stream = new ReadableStream<number>({
    pull(controller) {
      if (values.length < 2) controller.enqueue(values.length);
      else throw new Error("torn");
    },
  }, { highWaterMark: 0 });
  await assertRejects(() => fromReadableStream(stream).forEach((value) => void values.push(value)), Error, "torn");
  assertEquals([values, stream.locked], [[0, 1], false]);
});

Deno.test("fromReadableStream() of a stream that fails to be cancelled leaves quietly", async () => {
  const stream = new ReadableStream<number>({ cancel: () => Promise.reject(new Error("too late")) });
  fromReadableStream(stream).subscribe().unsubscribe();
  await new Promise((resolve) => setTimeout(resolve, 0));
  assertEquals(stream.locked, false);
});

Deno.test("fromReadableStream() gives a locked stream's subscriber a TypeError and does not touch the stream", async () => {
  const { stream, spy } = spied([1]);
  const reader = stream.getReader();
  await assertRejects(() => lastValueFrom(fromReadableStream(stream)), TypeError);
  assertEquals([(await reader.read()).value, spy.cancelled], [1, []]);
});

Deno.test("fromReadableStream() lets timers through while it reads a source that is in memory", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  const start = performance.now();
  const endless = new ReadableStream<number>({ pull: (controller) => controller.enqueue(1) }, { highWaterMark: 0 });
  await lastValueFrom(
    fromReadableStream(endless, { yieldEvery: 5 }).pipe(
      mergeMap(() => ticks >= 3 || performance.now() - start > 5000 ? [ticks] : EMPTY),
      take(1),
    ),
  );
  clearInterval(timer);
  assert(ticks >= 3, `${ticks} ticks`);
});
