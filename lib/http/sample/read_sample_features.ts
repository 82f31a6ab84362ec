import { type Features, SampleError } from "../../feature/mod.ts";
import type { SampleRules } from "./sample_rules.ts";

/**
 * Features as JSON has them. Numbers are checked where they are used, shapes here: what only looks like an array, as
 * `{ "length": 1, "0": 5 }` does, is none, and a record is flat.
 *
 * @param features What was sent.
 * @param rules What it may hold.
 * @returns The features.
 * @throws {SampleError} If they are none.
 */
export function readSampleFeatures(features: unknown, rules: SampleRules): Features {
  const isArray = Array.isArray(features) || features instanceof Float32Array;
  if (isArray || typeof features !== "object" || features === null) return features as Features;
  if (rules.records) return requireFlat(features, rules);
  if (!("indices" in features && "values" in features)) {
    if ("length" in features) refuse("features", "be an array of numbers or { indices, values }", features);
    return features as Features; // refused by the learner, in its own words
  }
  if (!Array.isArray(features.indices)) refuse("features.indices", "be an array of numbers", features.indices);
  if (!Array.isArray(features.values)) refuse("features.values", "be an array of numbers", features.values);
  return features as Features;
}

function requireFlat(record: object, { fields, textLength }: SampleRules): Features {
  const names = Object.keys(record);
  if (names.length > fields) refuse("features", `have ${fields} fields at most`, record);
  for (const name of names) {
    const value = (record as Record<string, unknown>)[name];
    const items = Array.isArray(value) ? value : [value];
    for (const item of items) {
      if (typeof item === "object" && item !== null) {
        refuse(fieldOf(name), "be a number, a text, true, false, null or an array of these", value);
      }
      if (typeof item === "string" && item.length > textLength) {
        refuse(fieldOf(name), `have ${textLength} characters at most`, value);
      }
    }
  }
  return record as Features;
}

function fieldOf(name: string): string {
  return `features.${name.length <= 60 ? name : `${name.slice(0, 57)}...`}`;
}

/** An object is told by its names, whatever it calls its length. */
function refuse(field: string, rule: string, value: unknown): never {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  throw new SampleError({ field, rule, value: isRecord ? { ...value, length: undefined } : value });
}
