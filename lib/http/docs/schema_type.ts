import { html } from "../../deps/hono.ts";
import type { Schema } from "../schema/schema.ts";
import type { Fragment } from "./fragment.ts";

/**
 * What a schema lets through, in a few words, with links to the schemas that it points at.
 *
 * @param schema The schema.
 * @returns `number`, `array of Sample`, `"all" or "none"`.
 */
export function schemaType(schema: Schema): Fragment {
  const { $ref, anyOf, oneOf, type, items, enum: choices, const: only } = schema;
  if (typeof $ref === "string") {
    const name = $ref.slice($ref.lastIndexOf("/") + 1);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const several = anyOf ?? oneOf;
  if (Array.isArray(several)) return joined(several.map(schemaType));
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`;
  if (Array.isArray(choices)) return joined(choices.map((choice) => html`<code>${JSON.stringify(choice)}</code>`));
  if (Array.isArray(type)) return joined(type.map((each) => schemaType({ ...schema, type: each })));
  if (type === "array" && items !== undefined) return html`array of ${schemaType(items as Schema)}`;
  return html`${type ?? "anything"}`;
}

function joined(pieces: readonly Fragment[]): Fragment {
  return html`${
    pieces.map((piece, i) =>
      i === 0 ? piece : html`
        or ${piece}
      `
    )
  }`;
}
