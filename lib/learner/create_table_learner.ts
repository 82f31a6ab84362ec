import { costOf } from "./cost_of.ts";
import type { Learner } from "./learner.ts";
import { learnerFromSteps } from "./learner_from_steps.ts";
import { noLagPlaces } from "./lag_inputs.ts";
import { noSurprises } from "./table_drift.ts";
import { tableFault } from "./table_fault.ts";
import { sizeOf } from "./table_lessons.ts";
import { recordFields } from "./record_fields.ts";
import { readTableOptions, type TableLearnerOptions } from "./table_options.ts";
import { createTableParts } from "./table_parts.ts";
import { type TableState, tableState } from "./table_state.ts";
import { answer, learn } from "./table_step.ts";

/**
 * The default learner for tables and streams of records: it is told the task, and nothing has to be tuned.
 *
 * Features may be records, whose fields it comes to know as they appear; numbers are standardized, categories get columns of
 * their own, missing values are noted; see `createFeatureEncoder`. New fields, categories and classes grow the networks, and
 * nothing that was learned is lost.
 *
 * It asks several experts: a committee of three networks and a linear model, which learn each sample together with six of
 * the newest 2,000 (Adam; replay after Lin, "Self-improving reactive agents", 1992); a network that follows quickly, by plain
 * gradient descent at a constant rate; and the last target, as streams in time often go on as they were. What they say is
 * pooled by weights that are learned, and of the committee, the last target and the pool the one that was better of late
 * counts more. When `adwin` finds that the answers have become worse, all that is replayed starts anew from the newest
 * samples. A step that would make a parameter NaN or infinite is not taken, and counted in `state.counts.refused`.
 *
 * The weight of a sample is its importance: 2 counts as the sample twice, 1,000 goes as far as the sample asks for and not
 * beyond, and a sample of weight 0 is predicted and scored, and nothing is learned of it.
 *
 * The outputs are the probabilities of the classes in the order in which they became known, those of each label, or
 * numbers in their own units; a class that is a number is its index. The cost is the cross-entropy of the answer, or half
 * its squared distance. `state.network` is the first network of the committee.
 *
 * @param options The task; and what should be other than by default.
 * @returns The learner.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is of the wrong type.
 *
 * @example Usage
 * ```ts
 * import { createTableLearner } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createTableLearner({ task: "classification" });
 * let state = learner.init();
 * for (let i = 0; i < 200; i++) {
 *   const [color, size] = [i % 3 === 0 ? "red" : "blue", i % 7];
 *   const target = color === "red" && size > 3 ? "sell" : "keep";
 *   state = learner.learnOne(state, { features: { color, size }, target }).state;
 * }
 * assertEquals(learner.labelsOf!(state), ["keep", "sell"]);
 * assertEquals(learner.predictOne(state, { color: "red", size: 6 })[1] > 0.5, true);
 * ```
 */
export function createTableLearner(options: TableLearnerOptions): Learner {
  const all = readTableOptions(options);
  const parts = createTableParts(all);
  const { encoder, codec, committees, mixer, buffer, detector, task } = parts;
  const { optimizer, drift, ...rest } = all;

  return learnerFromSteps({
    description: {
      maker: {
        name: "createTableLearner",
        ...rest,
        optimizer: optimizer.spec,
        drift: drift === null ? null : drift.spec,
      },
      labels: all.labels,
      task,
    },
    init() {
      const known = { features: encoder.init(), target: codec.init(), lag: noLagPlaces };
      const size = sizeOf(parts, known);
      return tableState({
        samples: 0,
        members: committees.flatMap(({ members }) => members.map((member) => member.at(size).init())),
        ...known,
        earlier: [],
        replay: buffer.init(),
        mix: mixer.init(),
        drift: detector === null ? null : detector.init(),
        errors: noSurprises,
        counts: { drifts: 0, driftedAt: 0, refused: 0 },
      });
    },
    learnOne(from, sample) {
      const state = from as TableState;
      const mixed = answer(parts, state, sample.features);
      const next = learn(parts, state, sample, mixed);
      const output = codec.restore(state.target, mixed.output);
      return { state: next, output, cost: costOf(task, output, codec.encode(next.target, sample.target)) };
    },
    predictOne(from, features) {
      const state = from as TableState;
      return codec.restore(state.target, answer(parts, state, features).output);
    },
    encodeTarget: (state, target) => codec.encode((state as TableState).target, target),
    fieldsOf: (state) => recordFields(encoder.schema((state as TableState).features)),
    labelsOf: (state) => (state as TableState).target.labels,
    fault: (state) => tableFault(parts, state as TableState),
  });
}
