import type { Learner, LearnerState } from "../../learner/mod.ts";
import type { RecordField, RecordFields } from "../schema/record_schema.ts";
import type { Datatype } from "./datatypes.ts";
import { inputName } from "./features_of_tensors.ts";

/** What an answer tells of a tensor. */
export interface TensorMetadata {
  /** The name. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: Datatype;
  /** Its shape; -1 stands for any number. */
  readonly shape: readonly number[];
}

const DATATYPES: Readonly<Record<RecordField["type"], Datatype>> = {
  numeric: "FP64",
  boolean: "BOOL",
  categorical: "BYTES",
  text: "BYTES",
  timestamp: "FP64",
  vector: "FP64",
};

/**
 * The tensors that a model takes: one of all numbers, or one a field where it takes records. Other types of numbers will do.
 *
 * @param learner How the model learns.
 * @param state What it knows.
 * @returns The tensors; their first dimension counts samples. None where the fields of records are not told.
 */
export function inputTensors(learner: Learner, state: LearnerState): TensorMetadata[] {
  const record: RecordFields | undefined = learner.fieldsOf?.(state);
  if (record === undefined && "maker" in learner.description) return [];
  if (record === undefined) return [{ name: inputName, datatype: "FP32", shape: [-1, state.network.inputs] }];
  return record.fields.map(({ name, type, length = -1 }) => {
    return { name, datatype: DATATYPES[type], shape: type === "vector" ? [-1, length] : [-1] };
  });
}
