import { createTableLearner } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { numbersOf, type TableNumbers, type TableState, tableState } from "../../lib/learner/table_state.ts";

const learner = createTableLearner({ task: "regression", hidden: [], members: 2 });
const state = learner.learnOne(learner.init(), { features: { x: 1 }, target: 2 }).state as TableState;

/** Numbers whose networks throw when they are read. */
const guarded = {
  samples: 3,
  get members(): never {
    throw new Error("read");
  },
} as unknown as TableNumbers;

Deno.test("tableState() has the network of its first member, and no optimizer", () => {
  const made = tableState(numbersOf(state));
  assertEquals(made.network === state.members[0].network, true);
  assertEquals([made.optimizer, made.samples], [null, 1] as unknown);
  assertEquals(made, state);
});

Deno.test("tableState() reads no network before it is asked for one", () => {
  const { network } = Object.getOwnPropertyDescriptors(tableState(state));
  assertEquals([typeof network.get, network.enumerable], ["function", true]);
});

Deno.test("tableState() is plain data to whatever reads it", () => {
  const clone = structuredClone(state);
  assertEquals(clone, state);
  assertEquals(clone.network === clone.members[0].network, true);
  assertEquals({ ...state }, state);
});

Deno.test("numbersOf() is all but the network and the optimizer, of states and of their clones", () => {
  const { network: _, optimizer: __, ...rest } = state;
  assertEquals(numbersOf(state), rest);
  assertEquals(numbersOf(structuredClone(state)), rest);
  assertEquals(Object.keys(numbersOf(guarded as TableState)), ["samples", "members"]);
});
