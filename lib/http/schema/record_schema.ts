import { arraySchema, type Schema } from "./schema.ts";

/** A field of a record, as far as its schema tells it. */
export interface RecordField {
  /** The name. */
  readonly name: string;
  /** What it holds. */
  readonly type: "numeric" | "boolean" | "categorical" | "text" | "timestamp" | "vector";
  /** The categories that are known. */
  readonly categories?: readonly string[];
  /** How many numbers a vector holds. */
  readonly length?: number;
}

/** The fields of a record. */
export interface RecordFields {
  /** They. */
  readonly fields: readonly RecordField[];
  /** Whether other fields join when they appear; otherwise they are ignored. */
  readonly open?: boolean;
}

/**
 * The JSON Schema of a record. Every field may be missing or null. A category that is not known yet is learned, so that the
 * known ones are only examples.
 *
 * @param record The fields.
 * @returns The schema.
 */
export function recordSchema({ fields, open = false }: RecordFields): Schema {
  return {
    description: `Features by name. Other fields ${open ? "join when they appear" : "are ignored"}.`,
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
  };
}

function fieldSchema({ type, categories, length }: RecordField): Schema {
  switch (type) {
    case "numeric":
      return { description: "A number.", type: ["number", "null"] };
    case "boolean":
      return { description: "Yes or no.", type: ["boolean", "null"] };
    case "categorical":
      return {
        description: "One of several.",
        type: ["string", "null"],
        ...categories === undefined || categories.length === 0 ? {} : { examples: categories },
      };
    case "text":
      return { description: "Words.", type: ["string", "null"] };
    case "timestamp":
      return { description: "Milliseconds since 1970, or a text in ISO 8601.", type: ["string", "number", "null"] };
    case "vector":
      return arraySchema("Numbers in a fixed order.", { type: ["number", "null"] }, {
        type: ["array", "null"],
        ...length === undefined ? {} : { minItems: length, maxItems: length },
      });
  }
}
