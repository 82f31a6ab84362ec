import { assertEquals, assertRejects } from "@std/assert";
import { collectBatches } from "../../lib/client/collect_batches.ts";

const options = { size: 2, linger: 1e6 };

Deno.test("collectBatches() gives full batches, and the rest at the end", async () => {
  assertEquals(await Array.fromAsync(collectBatches([1, 2, 3, 4, 5], options)), [[1, 2], [3, 4], [5]]);
  assertEquals(await Array.fromAsync(collectBatches([1, 2], options)), [[1, 2]]);
  assertEquals(await Array.fromAsync(collectBatches([], options)), []);
  assertEquals(await Array.fromAsync(collectBatches(ReadableStream.from(["a", "b", "c"]), options)), [["a", "b"], [
    "c",
  ]]);
});

Deno.test("collectBatches() gives what there is when it has waited long enough, and loses nothing", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const batches = collectBatches(
    (async function* () {
      yield 1;
      await promise;
      yield* [2, 3, 4];
    })(),
    { size: 2, linger: 1 },
  );
  assertEquals((await batches.next()).value, [1]);
  resolve();
  assertEquals(await Array.fromAsync(batches), [[2, 3], [4]]);
});

Deno.test("collectBatches() asks for one item more than it has given at most", async () => {
  let asked = 0;
  const source = function* () {
    for (;;) yield ++asked;
  };
  const batches = collectBatches(source(), options);
  await batches.next();
  assertEquals(asked, 2);
  await batches.next();
  assertEquals(asked, 4);
  await batches.return();
});

Deno.test("collectBatches() gives what came before an error of the source, then throws it", async () => {
  const batches = collectBatches(
    (function* () {
      yield 1;
      throw new RangeError("broken");
    })(),
    options,
  );
  assertEquals((await batches.next()).value, [1]);
  await assertRejects(() => batches.next(), RangeError, "broken");
});

Deno.test("collectBatches() ends the source when the reader stops, also while it waits for it", async () => {
  let ended = 0;
  const source = (waiting: boolean): AsyncIterable<number> => ({
    [Symbol.asyncIterator]: () => {
      let given = 0;
      return {
        next: () => waiting && given === 1 ? new Promise(() => {}) : Promise.resolve({ value: ++given, done: false }),
        return: () => Promise.resolve({ value: ++ended, done: true }),
      };
    },
  });
  for (const waiting of [false, true]) {
    for await (const _ of collectBatches(source(waiting), { size: 2, linger: 1 })) break;
  }
  assertEquals(ended, 2);
});
