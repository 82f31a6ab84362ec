import { decodeLearner, encodeLearner, type Sample } from "@backstream/backstream";
import { createTableLearner, type TableLearnerOptions } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { tableFault } from "../../lib/learner/table_fault.ts";
import type { TableState } from "../../lib/learner/table_state.ts";
import { partsOf } from "./parts_of.ts";

/** Samples of two classes, and of a third one and one more field that is sometimes missing from the 40th on. */
const samples: Sample[] = Array.from({ length: 120 }, (_, i) => {
  const c = "abc"[i % (i < 40 ? 2 : 3)];
  return { features: { c, x: i % 7, ...i > 40 ? { w: i % 5 ? i : null } : {} }, target: "xyz"["abc".indexOf(c)] };
});
const small = { task: "classification", hidden: [{ units: 4, activation: "tanh" }], members: 2, replays: 1 } as const;

/** The state after some samples, as it comes out of a snapshot. */
function decoded(options: Partial<TableLearnerOptions> = {}, count = 120): TableState {
  const learner = createTableLearner({ ...small, ...options });
  const known = options.task === "regression"
    ? samples.map(({ features }, i) => ({ features, target: i % 9 }))
    : options.task === "multilabel"
    ? samples.map(({ features, target }) => ({ features, target: { [target as string]: true } }))
    : samples;
  const { state } = learner.learnMany(learner.init(), known.slice(0, count));
  return decodeLearner(encodeLearner(learner, state)).state as TableState;
}

const kinds: Record<string, Partial<TableLearnerOptions>> = {
  classes: {},
  lags: { lags: 2 },
  numbers: { task: "regression", lags: 3 },
  labels: { task: "multilabel" },
  linear: { hidden: [], drift: null, members: 1 },
};
for (const [name, options] of Object.entries(kinds)) {
  Deno.test(`tableFault() finds none in states as they grow, their clones and snapshots: ${name}`, () => {
    const parts = partsOf(options);
    for (const count of [0, 1, 41, 100]) {
      const state = decoded(options, count);
      assertEquals(tableFault(parts, state), undefined);
      assertEquals(tableFault(parts, structuredClone(state)), undefined);
    }
  });
}

Deno.test("tableFault() finds none in states after a drift", () => {
  const learner = createTableLearner({ ...small, members: 1, replays: 1 });
  let state = learner.init();
  for (let i = 0; i < 600; i++) {
    const x = i * 7 % 11 - 5;
    const target = x > 0 === i < 300 ? "a" : "b";
    state = learner.learnOne(state, { features: { x }, target }).state;
    if (i % 20 === 0) assertEquals(learner.fault!(state), undefined);
  }
  assertEquals((state as TableState).counts.drifts > 0, true);
  assertEquals(learner.fault!(structuredClone(state)), undefined);
});

/** Plain data that may be changed. */
// deno-lint-ignore no-explicit-any
type Data = any;

const parts = partsOf({ lags: 2 });
const good = decoded({ lags: 2 });
const changes: [change: (state: Data) => void, fault: string][] = [
  [(s) => s.optimizer = {}, "state.optimizer must be null"],
  [(s) => s.members = {}, "state.members must be a list"],
  [(s) => s.samples = -1, "state.samples must be a whole number from 0 on: current value is -1"],
  [(s) => s.counts.refused = 0.5, "state.counts.refused must be a whole number from 0 on: current value is 0.5"],
  [(s) => delete s.counts.drifts, "state.counts must be an object with keys driftedAt, drifts, refused"],
  [(s) => s.errors.late.sum = "0", "state.errors.late.sum must be a number: current value is 0"],
  [(s) => s.errors = null, "state.errors must be an object"],
  [(s) => s.earlier[0] = [1, 0, 0], "state.earlier[0] must be an array of float32"],
  [(s) => s.earlier[1] = new Float32Array(9), "state.earlier must hold 3 numbers a target at most"],
  [(s) => s.target.labels.push("x"), "state.target must have an output for each of 4 labels"],
  [(s) => s.target.labels[1] = "x", "state.target must have labels that differ"],
  [(s) => s.target.labels[1] = 5, "state.target.labels[1] must be a text: current value is 5"],
  [(s) => s.target.units = 0, "state.target must have an output for each of 3 labels"],
  [(s) => s.target.scaler.statistics = new Float64Array(4), "state.target.scaler must know 3 numbers or none"],
  [(s) => s.features.layout.names[0] = "x", "features must have fields of different names"],
  [(s) => s.features.statistics = new Float64Array(1), "features.statistics must hold"],
  [(s) => s.lag.places[0] = s.lag.places[1], "state.lag must give each earlier target a place of its own"],
  [(s) => s.lag.places[5] = 1e6, "state.lag must give each earlier target a place of its own"],
  [(s) => s.lag.steps[0] = 2, "state.lag must give each earlier target a place of its own"],
  [(s) => s.lag.outputs[0] = 3, "state.lag must give each earlier target a place of its own"],
  [(s) => s.lag.outputs.pop(), "state.lag must give each earlier target a place of its own"],
  [(s) => s.lag.places.splice(4), "state.lag must give each earlier target a place of its own"],
  [(s) => s.mix.gains = new Float64Array(2), "state.mix.gains must be 3 numbers in a Float64Array"],
  [(s) => s.mix.pool = new Float32Array(4), "state.mix.pool must be an array of float64"],
  [(s) => s.mix.counts = new Float64Array(4), "state.mix.counts must hold 3 numbers at most"],
  [(s) => s.drift = null, "state.drift must be an object"],
  [(s) => s.replay.seed = "1", "state.replay.seed must be a whole number from 0 on: current value is 1"],
  [(s) => s.replay.blocks[0][0].weight = 0, "state.replay must hold samples of"],
  [(s) => s.replay.bytes++, "state.replay.bytes must be"],
  [(s) => s.members.pop(), "state.members must be 4"],
  [(s) => s.members[1] = null, "state.members[1].network must have the sizes"],
  [(s) => s.members[1].network.inputs = 1e9, "state.members[1].network must have the sizes"],
  [(s) => s.members[2].network.layers[0].units = 1e9, "state.members[2].network must have the sizes"],
  [(s) => s.members[0].network.layers[0].units = 5, "state.members[0].network must have the sizes [12, 4, 3]"],
  [(s) => s.members[0].network.layers[1].activation = "sigmoid", "network.layers[1].activation must be softmax"],
  [(s) => s.members[3].network.cost = "huber", "state.members[3].network.cost must be crossEntropy"],
  [(s) => s.members[3].optimizer = null, "state.members[3].optimizer must be"],
  [(s) => s.members[3].samples = "5", "state.members[3].samples must be a whole number"],
  [(s) => s.members[2].network.parameters = new Float32Array(3), "state.members[2].network.parameters must be"],
  [(s) => s.network = structuredClone(s.network), "state.network must be that of state.members[0]"],
];
for (const [change, fault] of changes) {
  Deno.test(`tableFault() names what ${`${change}`.slice(7)} has done`, () => {
    const state = structuredClone(good);
    assertEquals(tableFault(parts, state), undefined);
    change(state);
    const found = tableFault(parts, state);
    assert(found?.includes(fault), `${found}, not ${fault}`);
  });
}

Deno.test("tableFault() wants no drift detector's state where there is none", () => {
  const calm = partsOf({ lags: 2, drift: null });
  assertEquals(tableFault(calm, good), "state.drift must be null");
});
