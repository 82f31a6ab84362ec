import { describeOutcome } from "../describe_outcome.ts";
import type { Outcome } from "../hosted/learn_request.ts";
import type { OutputForm } from "../output_form.ts";
import { type ClassWriter, createClassWriter } from "./class_writer.ts";
import { NUMBER_BYTES, writeNumber } from "./write_number.ts";
import { prepareText, writePrepared } from "./write_prepared.ts";
import { writeWhole } from "./write_whole.ts";

/** What is told of a line. */
export interface LineResult {
  /** Its number. */
  readonly line: number;
  /** The sample's name, so that a client finds it by that as well. */
  readonly id: string | undefined;
  /** What has become of it; undefined if the answer is a remembered one. */
  readonly outcome: Outcome | undefined;
}

/** Writes results. */
export interface ResultWriter {
  /** Writes one: `{ line, id?, ...describeOutcome(outcome, form) }` and LF. */
  add(result: LineResult): void;
  /** What was written since this was asked last, in UTF-8. */
  take(): Uint8Array<ArrayBuffer>;
}

const [LINE, LEARNED, COMMA, CLOSE, COST, END] = [
  '{"line":',
  ',"status":"learned","output":[',
  ",",
  "]",
  ',"cost":',
  "}\n",
].map(prepareText);

/** What is written besides texts and outputs has so many bytes at most. */
const FIXED = 200;
/** So many bytes a line has as a rule, besides those of its outputs. */
const USUAL = 90;
/** There is room for so many at first at most. */
const MOST = 2 ** 20;

const encoder = new TextEncoder();

/**
 * Makes what writes results as lines of NDJSON. What was learned is written number by number, without an object or a text of
 * it, as there may be a million a second.
 *
 * @param form What the outputs of the model mean.
 * @param lines How many results there will be, about.
 * @returns The writer.
 */
export function createResultWriter(form: OutputForm, lines: number): ResultWriter {
  const isClass = form.task === "classification";
  let classes: ClassWriter | undefined; // made when something was learned
  let bytes = new Uint8Array(0);
  let out = new DataView(bytes.buffer);
  let end = 0;

  const makeRoom = (length: number, outputs: number): void => {
    if (end + length <= bytes.length) return;
    const usual = bytes.length > 0 ? 2 * bytes.length : Math.min(lines * (USUAL + NUMBER_BYTES * outputs), MOST);
    const longer = new Uint8Array(Math.max(usual, end + length));
    longer.set(bytes.subarray(0, end));
    bytes = longer;
    out = new DataView(bytes.buffer);
  };
  const writeText = (at: number, text: string): number => at + encoder.encodeInto(text, bytes.subarray(at)).written;

  const writeLearned = (start: number, output: ArrayLike<number>, cost: number): number => {
    let at = writePrepared(out, start, LEARNED);
    for (let j = 0; j < output.length; j++) {
      if (j > 0) at = writePrepared(out, at, COMMA);
      at = writeNumber(out, at, output[j]);
    }
    at = writePrepared(out, at, CLOSE);
    if (classes !== undefined) at = classes.write(out, at, output);
    at = writeNumber(out, writePrepared(out, at, COST), cost);
    return writePrepared(out, at, END);
  };

  return {
    add({ line, id, outcome }) {
      const learned = outcome?.status === "learned" && form.task !== "multilabel" ? outcome : undefined;
      const name = id === undefined || outcome?.status === "refused" ? "" : `,"id":${JSON.stringify(id)}`;
      const other = learned === undefined ? `,${JSON.stringify(describeOutcome(outcome, form)).slice(1)}\n` : "";
      const outputs = learned === undefined ? 0 : learned.output.length;
      if (isClass && learned !== undefined) classes ??= createClassWriter(form);
      const texts = 3 * (name.length + other.length);
      makeRoom(FIXED + texts + (NUMBER_BYTES + 1) * outputs + (classes?.room ?? 0), outputs);
      let at = writePrepared(out, end, LINE);
      at = writeWhole(out, at, line);
      if (name !== "") at = writeText(at, name);
      end = learned === undefined ? writeText(at, other) : writeLearned(at, learned.output, learned.cost);
    },
    take() {
      const taken = bytes.subarray(0, end);
      bytes = new Uint8Array(0);
      end = 0;
      return taken;
    },
  };
}
