/** The bound on the bytes of a state holds at every sample, whatever comes. */
import {
  createTableLearner,
  plainBytes,
  type Sample,
  SampleError,
  type TableLearnerOptions,
} from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import type { TableState } from "../../lib/learner/table_state.ts";
import { drawsOf } from "./draws_of.ts";

const maxBytes = 2 ** 20;

/** Samples that each bring something new: categories and classes of 256 characters and more, fields, words, vectors. */
function hostile(count: number, wrap: (label: string) => Sample["target"]): Sample[] {
  const { uniform, below } = drawsOf(5);
  const text = (length: number) => Array.from({ length }, () => String.fromCharCode(97 + below(26))).join("");
  return Array.from({ length: count }, (_, i) => {
    const features: Record<string, unknown> = {
      long: text(256),
      longer: text(257 + below(200)),
      short: `category ${i}`,
      words: Array.from({ length: 12 }, () => text(6)).join(" "),
      [`number ${i} ${text(240)}`]: uniform(),
      [`text ${i % 300} ${"-".repeat(240)}`]: text(250),
    };
    if (i % 40 === 0) features[`vector ${i}`] = Array.from({ length: 500 }, uniform);
    const label = i % 4 > 0 ? text(256) : `class ${i % 3}`;
    return { features: features as Sample["features"], target: wrap(label) };
  });
}

const kinds: Record<string, [Partial<TableLearnerOptions>, (label: string) => Sample["target"]]> = {
  classes: [{}, (label) => label],
  labels: [{ task: "multilabel" }, (label) => ({ [label]: true })],
  "classes without hidden layers": [{ hidden: [] }, (label) => label],
  "classes with lags": [{ lags: 2 }, (label) => label],
  numbers: [{ task: "regression" }, (label) => label.length],
};
for (const [name, [options, wrap]] of Object.entries(kinds)) {
  Deno.test(`a hostile stream never takes a state past maxBytes, and the learner goes on: ${name}`, () => {
    const learner = createTableLearner({ task: "classification", maxBytes, members: 1, replays: 0, ...options });
    let state = learner.init();
    let refused = 0;
    for (const [i, sample] of hostile(160, wrap).entries()) {
      try {
        state = learner.learnOne(state, sample).state;
      } catch (error) {
        assert(error instanceof SampleError && error.field === "target", `${error}`);
        refused++;
      }
      const bytes = plainBytes(state);
      assert(bytes <= maxBytes, `${bytes} after ${i}`);
    }
    const { samples, network, counts } = state as TableState;
    assertEquals([samples + refused, counts.refused], [160, 0]);
    assertEquals(refused > 0, options.task !== "regression");
    assert(network.inputs > 100, `${network.inputs} inputs`);
    assertEquals(learner.fault!(state), undefined);
    const after = learner.learnOne(state, { features: { short: "category 1" }, target: wrap("class 1") });
    assert(after.output.every(Number.isFinite));
  });
}

Deno.test("a class that does not fit is refused, and those that are known go on", () => {
  const learner = createTableLearner({ task: "classification", maxClasses: 3, members: 1, hidden: [], replays: 0 });
  let { state } = learner.learnMany(learner.init(), ["a", "b", "c"].map((target) => ({ features: [1], target })));
  for (const target of ["d", 3]) {
    try {
      learner.learnOne(state, { features: [1], target });
      throw new Error("It was taken");
    } catch (error) {
      const shown = JSON.stringify(target);
      assertEquals(
        `${error}`,
        `SampleError: Cannot use target as it must be one of 3 classes at most: current value is ${shown}`,
      );
    }
  }
  state = learner.learnOne(state, { features: [1], target: "c" }).state;
  assertEquals([state.samples, learner.labelsOf!(state)], [4, ["a", "b", "c"]] as unknown);
});

Deno.test("the memory lets go of its oldest samples where they do not fit, and of nothing else", () => {
  const learner = createTableLearner({
    task: "regression",
    maxBytes,
    members: 1,
    hidden: [],
    replays: 0,
    memory: 100_000,
  });
  const wide = Array.from({ length: 100 }, (_, j) => j);
  let state = learner.init() as TableState;
  for (let i = 0; i < 400; i++) {
    state = learner.learnOne(state, { features: wide.map((j) => j * i), target: i }).state as TableState;
  }
  const { blocks, bytes } = state.replay as { blocks: { target: Float32Array }[][]; bytes: number };
  assert(bytes < maxBytes / 4 && bytes > maxBytes / 5, `${bytes}`);
  const kept = blocks.flat().map(({ target }) => target[0]);
  assertEquals(kept, Array.from({ length: kept.length }, (_, i) => 400 - kept.length + i));
});
