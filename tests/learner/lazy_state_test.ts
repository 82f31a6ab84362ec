import { createNetwork } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { lazyState } from "../../lib/learner/lazy_state.ts";

const network = createNetwork({ inputs: 2, layers: [{ units: 1 }], seed: 1 });
const numbers = { network, optimizer: { step: 3 } };
const plain = { ...numbers, samples: 3 };

Deno.test("lazyState() makes network and optimizer when one of them is read, once", () => {
  let made = 0;
  const state = lazyState(3, () => {
    made++;
    return numbers;
  });
  assertEquals([state.samples, made], [3, 0]);
  assertEquals([state.network === network, state.optimizer === numbers.optimizer], [true, true]);
  assertEquals(made, 1);
});

Deno.test("lazyState() is plain data to whatever reads it", () => {
  const state = lazyState(3, () => numbers);
  assertEquals(state, plain);
  assertEquals({ ...state }, plain);
  assertEquals(Object.keys(state).sort(), ["network", "optimizer", "samples"]);
  assertEquals(structuredClone(state), structuredClone(plain));
  assertEquals(JSON.parse(JSON.stringify(state)), JSON.parse(JSON.stringify(plain)));
  assertEquals(Object.getPrototypeOf(state) === Object.prototype, true);
  assertEquals(new Proxy(state, {}).network === network, true);
});

Deno.test("lazyState() cannot be written to, and tries again after making has failed", () => {
  let fails = true;
  const state = lazyState(3, () => {
    if (fails) throw new Error("not now");
    return numbers;
  });
  assertThrows(() => state.network, Error, "not now");
  fails = false;
  assertEquals(state.network === network, true);
  assertThrows(() => (state as { network: unknown }).network = 1, TypeError);
});
