import { classOf } from "../../metric/mod.ts";
import { labelProbabilities } from "../label_probabilities.ts";
import type { OutputForm } from "../output_form.ts";
import { NUMBER_BYTES, writeNumber } from "./write_number.ts";
import { prepareText, writePrepared } from "./write_prepared.ts";
import { writeWhole } from "./write_whole.ts";

/** Writes the class that an output stands for. */
export interface ClassWriter {
  /** How many bytes that takes at most, with what is written over behind it. */
  readonly room: number;
  /** Writes `,"class":...` and what belongs to it, as `describePrediction` has it; returns the place behind it. */
  write(out: DataView, start: number, output: ArrayLike<number>): number;
}

const [CLASS, BEGIN, COMMA, END] = [',"class":', ',"probabilities":{', ",", "}"].map(prepareText);

/**
 * Prepares what is written of classes.
 *
 * @param form The labels, and whether the outputs are probabilities.
 * @returns What writes it.
 */
export function createClassWriter({ labels, probabilities }: OutputForm): ClassWriter {
  const named = labels.map((label, j) => prepareText(`,"class":${j},"label":${JSON.stringify(label)}`));
  const keys = Object.entries(Object.fromEntries(labels.map((label, j) => [label, j]))); // in the order of an object's keys
  const members = keys.map(([label, j]) => ({ j, text: prepareText(`${JSON.stringify(label)}:`) }));
  const hasProbabilities = probabilities && labels.length > 0;
  return {
    room: 100 +
      named.concat(members.map(({ text }) => text)).reduce((sum, { length }) => sum + length + NUMBER_BYTES, 0),
    write(out, start, output) {
      const index = classOf(output);
      let at = index < named.length
        ? writePrepared(out, start, named[index])
        : writeWhole(out, writePrepared(out, start, CLASS), index);
      if (!hasProbabilities) return at;
      const all = labelProbabilities(output, labels);
      at = writePrepared(out, at, BEGIN);
      let isFirst = true;
      for (const { j, text } of members) {
        if (j >= all.length) continue;
        if (!isFirst) at = writePrepared(out, at, COMMA);
        at = writeNumber(out, writePrepared(out, at, text), all[j]);
        isFirst = false;
      }
      return writePrepared(out, at, END);
    },
  };
}
