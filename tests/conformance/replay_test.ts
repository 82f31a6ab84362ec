/** The checks that every buffer of samples must pass. */
import { type AnyReplayBuffer, createReplayBuffer, reservoir, slidingBuffer } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertForm } from "../metric/assert_form.ts";

interface Item {
  readonly input: readonly number[];
  readonly weight: number;
}

const buffers: AnyReplayBuffer<Item>[] = [reservoir, slidingBuffer].flatMap((make) => [
  make<Item>({ capacity: 1 }),
  make<Item>({ capacity: 64, seed: 5 }),
  make<Item>({ capacity: 64, seed: 5, maxBytes: 500 }),
  make<Item>({ capacity: 2000, seed: 1, maxBytes: 9999 }),
]);

const items: Item[] = Array.from({ length: 1000 }, (_, i) => ({ input: Array(1 + i * i % 7).fill(i), weight: 1 }));
/** As `plainBytes` counts: an object of two fields, a list of numbers, and a number. */
const bytesOf = ({ input }: Item) => 16 + 8 + (16 + 16 * input.length) + 8 + 8;

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}

/** All states from one on, where after each item two are drawn, and now and then the buffer shrinks. */
function statesFrom(buffer: AnyReplayBuffer<Item>, state: unknown, from: number): unknown[] {
  return items.slice(from).map((item, i) => {
    state = buffer.sample(buffer.add(state, item), 2)[1];
    if ((from + i) % 301 === 300) state = buffer.shrink(state, 10);
    if ((from + i) % 701 === 700) state = buffer.clear(state);
    return state;
  });
}

for (const buffer of buffers) {
  const name = JSON.stringify(buffer.spec);
  const { capacity, maxBytes = Infinity } = buffer.spec as { capacity: number; maxBytes?: number } & typeof buffer.spec;
  const states = statesFrom(buffer, buffer.init(), 0);
  const last = states[states.length - 1];

  Deno.test(`${name}: nothing changes what it is given, and each state is of its form`, () => {
    const form = buffer.form({ input: ["list", "number"], weight: "number" });
    let state = frozen(buffer.init());
    for (const item of items) {
      assertForm(state, form);
      const added = frozen(buffer.add(state, frozen(item)));
      const [drawn, next] = buffer.sample(added, 2);
      assertEquals(drawn.length, buffer.size(added) === 0 ? 0 : 2);
      buffer.shrink(added, 10);
      buffer.clear(added);
      state = frozen(next);
    }
    assertForm(state, form);
  });

  Deno.test(`${name}: old states give what they gave`, () => {
    const copies = states.filter((_, i) => i % 50 === 0).map((state) => structuredClone(state));
    statesFrom(buffer, states[300], 0);
    copies.forEach((copy, i) => {
      assertEquals(states[i * 50], copy);
      assertEquals(buffer.sample(states[i * 50], 5), buffer.sample(copy, 5));
    });
  });

  Deno.test(`${name}: size and bytes are those of the items, and within their bounds`, () => {
    for (const state of states) {
      const size = buffer.size(state);
      assert(size <= capacity && buffer.bytes(state) <= maxBytes);
      const seen = new Set(buffer.sample(state, 40 * size)[0]);
      if (size <= 64) assertEquals(seen.size, size);
      if (seen.size === size) {
        assertEquals(
          buffer.bytes(state),
          [...seen].reduce((sum, item) => sum + bytesOf(item), 0),
        );
      }
    }
  });

  Deno.test(`${name}: a stream may be split anywhere, and goes on from a clone and from JSON`, () => {
    for (let split = 0; split < items.length; split += 97) {
      for (const copy of [structuredClone, (state: unknown) => JSON.parse(JSON.stringify(state))]) {
        const middle = copy(split === 0 ? buffer.init() : states[split - 1]);
        assertEquals(statesFrom(buffer, middle, split).at(-1), last);
      }
    }
  });

  Deno.test(`${name}: the spec makes the same buffer again`, () => {
    const again = createReplayBuffer<Item>(JSON.parse(JSON.stringify(buffer.spec)));
    assertEquals([again.spec, again.form("number")], [buffer.spec, buffer.form("number")]);
    assertEquals(statesFrom(again, again.init(), 0).at(-1), last);
  });

  Deno.test(`${name}: an empty buffer gives nothing, and one that was cleared is empty and draws other items`, () => {
    assertEquals(buffer.sample(buffer.init(), 3), [[], buffer.init()]);
    const cleared = buffer.clear(states[500]);
    assertEquals([buffer.size(cleared), buffer.bytes(cleared), buffer.sample(cleared, 3)[0]], [0, 0, []]);
    assertEquals({ ...(cleared as object), seed: 0 }, { ...(buffer.init() as object), seed: 0 });
    assert((cleared as { seed: number }).seed !== (buffer.init() as { seed: number }).seed);
  });

  Deno.test(`${name}: it shrinks to the newest, and not to what is no number of items`, () => {
    const size = buffer.size(states[250]);
    for (const newest of [0, 1, 5, 1e6]) {
      assertEquals(buffer.size(buffer.shrink(states[250], newest)), Math.min(newest, size));
    }
    for (const wrong of [-1, 0.5, NaN]) {
      const text = `must be a whole number from 0 on: current value is ${wrong}`;
      assertThrows(() => buffer.shrink(states[250], wrong), RangeError, `Cannot shrink buffer as newest ${text}`);
      assertThrows(() => buffer.sample(states[250], wrong), RangeError, `Cannot sample buffer as count ${text}`);
    }
  });
}

Deno.test("an item that is added leaves most of a state of 2,000 items as it is", () => {
  for (const make of [reservoir, slidingBuffer]) {
    const buffer: AnyReplayBuffer<Item> = make<Item>({ capacity: 2000 });
    let state = buffer.init();
    for (let i = 0; i < 2500; i++) state = buffer.add(state, items[i % 1000]);
    for (let i = 0; i < 100; i++) {
      const next = buffer.add(state, items[i]);
      const old = new Set(state.blocks);
      const made = (next.blocks as unknown[][]).filter((block) => !old.has(block));
      assert(made.length <= 2 && next.blocks.length + made.flat().length <= 150, `${made.length} blocks`);
      state = next;
    }
  }
});
