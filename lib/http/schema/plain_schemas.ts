import type { Schema } from "./schema.ts";

/**
 * The schema of a number that JSON has.
 *
 * @param description What it tells.
 * @returns The schema.
 */
export function numberSchema(description: string): Schema {
  return { description, type: "number" };
}

/**
 * The schema of a number that is null where it is not known.
 *
 * @param description What it tells.
 * @returns The schema.
 */
export function knownNumberSchema(description: string): Schema {
  return { description, type: ["number", "null"] };
}

/**
 * The schema of a number of things.
 *
 * @param description What is counted.
 * @returns The schema.
 */
export function countSchema(description: string): Schema {
  return { description, type: "integer", minimum: 0 };
}

/**
 * The schema of a text.
 *
 * @param description What it says.
 * @param keywords Further keywords.
 * @returns The schema.
 */
export function textSchema(description: string, keywords: Schema = {}): Schema {
  return { description, type: "string", ...keywords };
}

/**
 * The schema of one of several texts.
 *
 * @param description What it says.
 * @param choices The texts.
 * @returns The schema.
 */
export function choiceSchema(description: string, choices: readonly string[]): Schema {
  return { description, type: "string", enum: choices };
}

/**
 * The schema of a truth value.
 *
 * @param description What it says.
 * @returns The schema.
 */
export function flagSchema(description: string): Schema {
  return { description, type: "boolean" };
}
