import { classOf } from "../../metric/mod.ts";
import { describeOutcome } from "../describe_outcome.ts";
import type { Outcome } from "../hosted/learn_request.ts";
import type { OutputForm } from "../output_form.ts";

/** What is told of a line. */
export interface LineResult {
  /** Its number. */
  readonly line: number;
  /** The sample's name, so that a client finds it by that as well. */
  readonly id: string | undefined;
  /** What has become of it; undefined if the answer is a remembered one. */
  readonly outcome: Outcome | undefined;
}

/**
 * Makes what writes results as lines of NDJSON: `{ line, id?, ...describeOutcome(outcome, form) }`. What was learned is written
 * without an object of it, as there may be a million a second.
 *
 * @param form What the outputs of the model mean.
 * @returns What writes a result, with LF.
 */
export function createResultWriter(form: OutputForm): (result: LineResult) => string {
  const writeClass = form.task === "classification" ? classWriter(form) : () => "";
  return ({ line, id, outcome }) => {
    const named = id === undefined || outcome?.status === "refused" ? "" : `,"id":${JSON.stringify(id)}`;
    const begin = `{"line":${line}${named},`;
    if (outcome?.status !== "learned" || form.task === "multilabel") {
      return `${begin}${JSON.stringify(describeOutcome(outcome, form)).slice(1)}\n`;
    }
    const { output, cost } = outcome;
    const numbers = output.length === 1 ? `${output[0]}` : Array.prototype.join.call(output, ",");
    return `${begin}"status":"learned","output":[${numbers}]${writeClass(output)},"cost":${cost}}\n`;
  };
}

/** Writes the class that an output stands for, and what belongs to it. */
function classWriter({ labels, probabilities }: OutputForm): (output: ArrayLike<number>) => string {
  if (labels.length === 0) return (output) => `,"class":${classOf(output)}`;
  const isShared = (output: ArrayLike<number>) => output.length === 1 && labels.length === 2;
  const named = labels.map((label, j) => `,"class":${j},"label":${JSON.stringify(label)}`);
  const keys = Object.entries(Object.fromEntries(labels.map((label, j) => [label, j]))); // in the order of an object's keys
  const names = keys.map(([label, j]) => [JSON.stringify(label), j] as const);
  return (output) => {
    const index = classOf(output);
    const known = named[index] ?? `,"class":${index}`;
    if (!probabilities) return known;
    const all = isShared(output) ? [1 - output[0], output[0]] : output;
    const members = names.filter(([, j]) => j < all.length).map(([name, j]) => `${name}:${all[j]}`);
    return `${known},"probabilities":{${members.join(",")}}`;
  };
}
