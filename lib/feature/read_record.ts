import { isArray, isSparse } from "./guess_type.ts";
import type { FieldIndex, LayoutIndex } from "./layout_index.ts";
import type { Features } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

/**
 * Features as a record; an array is the field whose name is empty.
 *
 * @param index The fields that there are.
 * @param features The features.
 * @returns The record.
 * @throws {SampleError} If features are neither, or an array where fields have names, or a record where they have none.
 */
export function readRecord({ fields, plan }: LayoutIndex, features: Features): Readonly<Record<string, unknown>> {
  if (typeof features !== "object" || features === null) {
    throw new SampleError({
      field: "features",
      rule: "be a record, an array of numbers or { indices, values }",
      value: features,
    });
  }
  const isUnnamed = fields.length > 0 && fields[0].name === "" && fields[0].type === "vector";
  if (isArray(features) || isSparse(features)) {
    if (isUnnamed || fields.length === 0 && plan.schema.open === true) return { "": features };
    throw new SampleError({ field: "features", rule: "be a record, as its fields have names", value: features });
  }
  const record = features as Readonly<Record<string, unknown>>;
  if (isUnnamed && fields.length === 1 && !Object.hasOwn(record, "")) {
    const rule = "be an array of numbers or { indices, values }, as it was before";
    throw new SampleError({ field: "features", rule, value: features });
  }
  return record;
}

/**
 * The value of a field.
 *
 * @param field The field.
 * @param record The record.
 * @returns The value; undefined where the record has none, whatever all objects inherit.
 */
export function valueOf(field: FieldIndex, record: Readonly<Record<string, unknown>>): unknown {
  return field.isInherited && !Object.hasOwn(record, field.name) ? undefined : record[field.name];
}
