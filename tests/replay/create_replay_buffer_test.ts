import { createReplayBuffer, reservoir, slidingBuffer } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("createReplayBuffer() makes what a spec names, with its options", () => {
  assertEquals(createReplayBuffer({ name: "reservoir", capacity: 3 }).spec, reservoir({ capacity: 3 }).spec);
  const spec = { name: "slidingBuffer", capacity: 3, seed: 1, maxBytes: 9 };
  assertEquals(createReplayBuffer(spec).spec, slidingBuffer({ capacity: 3, seed: 1, maxBytes: 9 }).spec);
  const buffer = createReplayBuffer<string>(spec, (text) => text.length);
  assertEquals(buffer.bytes(["abcd", "ef"].reduce(buffer.add, buffer.init())), 6);
});

Deno.test("createReplayBuffer() rejects names that it does not know, options out of range, and what is no spec", () => {
  for (const name of ["fifo", "toString", 3 as unknown as string]) {
    assertThrows(
      () => createReplayBuffer({ name, capacity: 3 }),
      RangeError,
      "Cannot create replay buffer as name must be one of reservoir, slidingBuffer: current value is",
    );
  }
  assertThrows(() => createReplayBuffer({ name: "reservoir" }), RangeError, "as capacity must be");
  for (const spec of [null, undefined, "reservoir"]) {
    assertThrows(
      () => createReplayBuffer(spec as unknown as { name: string }),
      TypeError,
      `Cannot create replay buffer as spec must be an object with a name: current value is ${spec}`,
    );
  }
});
