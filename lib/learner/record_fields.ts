import type { FeatureSchema } from "../feature/mod.ts";

/**
 * The schema of records.
 *
 * @param schema A schema as far as it is known.
 * @returns The schema; undefined if it is that of arrays, whose one field has no name, or knows no field yet.
 */
export function recordFields(schema: FeatureSchema): FeatureSchema | undefined {
  return schema.fields.length === 0 || schema.fields[0].name === "" ? undefined : schema;
}
