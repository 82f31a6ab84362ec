import { html } from "../../deps/hono.ts";
import type { Schema } from "../schema/schema.ts";
import { described } from "./described.ts";
import type { Fragment } from "./fragment.ts";
import { schemaType } from "./schema_type.ts";

/** The keywords of a number, a text or an array that a reader wants to see. */
const BOUNDS: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  minLength: "characters at least",
  maxLength: "characters at most",
  minItems: "items at least",
  maxItems: "items at most",
  pattern: "pattern",
  default: "by default",
};

/**
 * The members of an object as a list of terms; members of objects inside are shown in their place.
 *
 * @param schema The schema of the object.
 * @returns The list; nothing if the object has no members of its own.
 */
export function schemaMembers({ properties, required = [] }: Schema): Fragment {
  if (typeof properties !== "object" || properties === null) return html``;
  const entries = Object.entries(properties as Record<string, Schema>);
  const isRequired = (name: string) => (required as readonly string[]).includes(name);
  return html`<dl>${
    entries.map(([name, schema]) =>
      html`
        <dt><code>${name}</code> <span class="type">${schemaType(schema)}</span>${isRequired(name)
          ? html`
            <span class="needed">required</span>
          `
          : ""}</dt>
        <dd>${described(String(schema.description ?? ""))}${boundsOf(schema)}${schemaMembers(innerOf(schema))}</dd>
      `
    )
  }</dl>`;
}

function boundsOf(schema: Schema): Fragment {
  const bounds = Object.entries(BOUNDS).filter(([keyword]) => keyword in schema);
  if (bounds.length === 0) return html``;
  return html`
    <span class="bounds">${bounds.map(([keyword, words], i) =>
      html`${i === 0 ? "" : ", "}${words} <code>${String(schema[keyword])}</code>`
    )}</span>
  `;
}

function innerOf(schema: Schema): Schema {
  return schema.type === "array" && schema.items !== undefined ? schema.items as Schema : schema;
}
