import type { Vector } from "../../kernel/mod.ts";
import { describePrediction } from "../describe_prediction.ts";
import type { OutputForm } from "../output_form.ts";
import type { Element } from "./datatypes.ts";

/** A tensor that an answer may hold. */
export interface OutputTensor {
  /** The name. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: "FP32" | "INT64" | "BYTES";
  /** Its shape; the first dimension counts samples. */
  readonly shape: readonly number[];
  /** The elements, row after row. */
  readonly elements: readonly Element[];
}

/**
 * The tensors that predictions make: `output`, what the network says, of shape (n, units); where the learner classifies
 * `class`, of shape (n), and where it has labels `label`, of shape (n).
 *
 * @param form What the outputs of the model mean.
 * @param outputs Its outputs. Shape of each: (units).
 * @returns The tensors.
 */
export function outputTensors(form: OutputForm, outputs: readonly Vector[]): OutputTensor[] {
  const n = outputs.length;
  const predictions = outputs.map((output) => describePrediction(output, form));
  const tensors: OutputTensor[] = [
    {
      name: "output",
      datatype: "FP32",
      shape: [n, outputs[0].length],
      elements: outputs.flatMap((output) => [...output]),
    },
  ];
  const classes = predictions.flatMap((prediction) => prediction.class ?? []);
  if (classes.length === n) tensors.push({ name: "class", datatype: "INT64", shape: [n], elements: classes });
  const labels = predictions.flatMap((prediction) => prediction.label ?? []);
  if (labels.length === n) tensors.push({ name: "label", datatype: "BYTES", shape: [n], elements: labels });
  return tensors;
}
