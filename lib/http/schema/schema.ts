/** A schema as JSON Schema 2020-12 has it, which OpenAPI 3.1 takes over. */
export interface Schema {
  /** A keyword. */
  readonly [keyword: string]: unknown;
}

/** What an object holds: the schemas of its members; a question mark behind a name says that the member may be missing. */
export type Members = Readonly<Record<string, Schema>>;

/**
 * The schema of an object of an answer. It may hold more, in later versions.
 *
 * @param description What it is.
 * @param members Its members.
 * @returns The schema.
 */
export function objectSchema(description: string, members: Members): Schema {
  const entries = Object.entries(members);
  const required = entries.flatMap(([name]) => name.endsWith("?") ? [] : [name]);
  return {
    description,
    type: "object",
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ""), schema])),
    ...required.length === 0 ? {} : { required },
  };
}

/**
 * The schema of an object of a request. It holds nothing else.
 *
 * @param description What it is.
 * @param members Its members.
 * @returns The schema.
 */
export function closedSchema(description: string, members: Members): Schema {
  return { ...objectSchema(description, members), additionalProperties: false };
}

/**
 * The schema of an array.
 *
 * @param description What it is.
 * @param items What it holds.
 * @param keywords Further keywords.
 * @returns The schema.
 */
export function arraySchema(description: string, items: Schema, keywords: Schema = {}): Schema {
  return { description, type: "array", items, ...keywords };
}

/**
 * Points at a schema of the document.
 *
 * @param name Its name.
 * @returns The schema.
 */
export function schemaRef(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
