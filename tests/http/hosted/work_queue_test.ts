import { assertEquals, assertThrows } from "@std/assert";
import { createWorkQueue } from "../../../lib/http/hosted/work_queue.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const work = (samples: number, bytes = 0, alone = false) => ({ samples, bytes, alone });
const full = "Cannot take the request as too much waits to be learned";

Deno.test("createWorkQueue() gives out what came first, as much as fits, and at least one", () => {
  const queue = createWorkQueue({ samples: 1000, bytes: 1000 });
  for (const samples of [9, 3, 4, 5]) queue.add(work(samples));
  assertEquals([queue.take(7), queue.take(7), queue.take(7), queue.take(7)], [
    [work(9)],
    [work(3), work(4)],
    [work(5)],
    [],
  ]);
  assertEquals(queue.isEmpty(), true);
});

Deno.test("createWorkQueue() gives out alone what is to be alone", () => {
  const queue = createWorkQueue({ samples: 1000, bytes: 1000 });
  const all = [work(1), work(2, 0, true), work(3), work(4)];
  for (const each of all) queue.add(each);
  assertEquals([queue.take(99), queue.take(99), queue.take(99)], [[all[0]], [all[1]], [all[2], all[3]]]);
});

Deno.test("createWorkQueue() refuses what would be too much, until something is taken out", () => {
  const queue = createWorkQueue({ samples: 10, bytes: 100 });
  queue.add(work(6, 60));
  assertThrows(() => queue.add(work(5, 1)), RequestError, full);
  assertThrows(() => queue.add(work(1, 41)), RequestError, full);
  queue.add(work(4, 40));
  assertThrows(() => queue.add(work(1, 0)), RequestError, full);
  queue.take(6);
  queue.add(work(6, 60));
  queue.take(10);
  assertEquals(queue.isEmpty(), true);
  queue.add(work(11, 101)); // alone it may be too much
});
