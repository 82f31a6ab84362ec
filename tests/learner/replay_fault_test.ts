import { slidingBuffer } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { replayFault } from "../../lib/learner/replay_fault.ts";
import { type ReplayItem, replayItemBytes } from "../../lib/learner/replay_item.ts";

const buffer = slidingBuffer<ReplayItem>({ capacity: 200, seed: 1, bytesOf: replayItemBytes });
const dense = (): ReplayItem => ({
  input: Float64Array.of(1, 2),
  earlier: [Float32Array.of(1)],
  target: Float32Array.of(1, 0),
  weight: 1,
});
const sparse = (indices: number[], values = indices.length): ReplayItem => ({
  ...dense(),
  input: { indices: Uint32Array.from(indices), values: new Float64Array(values) },
});
const holding = (...items: ReplayItem[]) => items.reduce(buffer.add, buffer.init());
const faultOf = (replay: unknown, width = 4, units = 2) => {
  return replayFault(buffer as never, replay, { width, units });
};

Deno.test("replayFault() finds none in what a buffer holds", () => {
  assertEquals(faultOf(buffer.init()), undefined);
  assertEquals(faultOf(holding(dense(), sparse([]), sparse([0, 3]))), undefined);
  let state = buffer.init();
  for (let i = 0; i < 500; i++) state = buffer.add(state, dense());
  assertEquals(faultOf(state), undefined);
  assertEquals(faultOf(buffer.shrink(state, 20)), undefined);
  assertEquals(faultOf(structuredClone(state)), undefined);
});

Deno.test("replayFault() finds samples of columns and outputs that there are not", () => {
  const text = "state.replay must hold samples of 4 columns and 2 outputs";
  const bad = [
    { ...dense(), input: new Float64Array(5) },
    { ...dense(), target: new Float32Array(3) },
    { ...dense(), earlier: [new Float32Array(3)] },
    { ...dense(), weight: 0 },
    { ...dense(), weight: NaN },
    { ...dense(), weight: Infinity },
    sparse([4]),
    sparse([1, 1]),
    sparse([2, 1]),
    sparse([1], 2),
  ];
  for (const item of bad) assertEquals(faultOf(holding(dense(), item)), text);
});

Deno.test("replayFault() finds blocks in which samples are not where the buffer looks for them", () => {
  const text = "state.replay must hold its samples in full blocks";
  let state = buffer.init();
  for (let i = 0; i < 100; i++) state = buffer.add(state, dense());
  const [first, second, ...rest] = state.blocks;
  for (const blocks of [[[], ...state.blocks], [first, second.slice(1), ...rest], [...state.blocks, []]]) {
    assertEquals(faultOf({ ...state, blocks }), text);
  }
});

Deno.test("replayFault() finds bytes that are not those of the samples", () => {
  const state = holding(dense());
  assertEquals(faultOf({ ...state, bytes: 1 }), `state.replay.bytes must be ${replayItemBytes(dense())}`);
});
