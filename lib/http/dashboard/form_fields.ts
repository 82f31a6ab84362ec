import type { Learner, LearnerState } from "../../learner/mod.ts";

/** A field of a record, as far as a form has to know it. */
export interface FormField {
  /** The name. */
  readonly name: string;
  /** What it holds. */
  readonly type: "numeric" | "boolean" | "categorical" | "text" | "timestamp" | "vector";
  /** The categories that are known. */
  readonly categories?: readonly string[];
}

/** What a form asks for: numbers, fields by name, or JSON where there would be too many. */
export type FormFields =
  | { readonly kind: "numbers"; readonly count: number }
  | { readonly kind: "record"; readonly fields: readonly FormField[] }
  | { readonly kind: "json"; readonly example: string };

/** More fields than these are tedious to fill in. */
const MOST = 48;

/**
 * What a form has to ask for so that a model can predict.
 *
 * @param learner How the model learns.
 * @param state What it knows, by which fields may grow in number.
 * @returns The fields.
 */
export function formFields(learner: Learner, state: LearnerState): FormFields {
  if ("maker" in learner.description) {
    const fields = learner.fieldsOf?.(state)?.fields;
    const isFit = fields !== undefined && fields.length <= MOST && fields.every(({ name }) => name !== "");
    return isFit && fields.length > 0 ? { kind: "record", fields } : { kind: "json", example: "{}" };
  }
  const { inputs } = state.network;
  if (inputs <= MOST) return { kind: "numbers", count: inputs };
  return { kind: "json", example: '{ "indices": [0, 1], "values": [1, 0.5] }' };
}
