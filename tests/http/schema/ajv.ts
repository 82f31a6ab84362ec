import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { OpenApiDocument } from "../../../lib/http/schema/open_api_document.ts";
import type { Schema } from "../../../lib/http/schema/schema.ts";

/** Whether objects may hold members that their schemas do not name. */
export type Strictness = "open" | "closed";

/**
 * What validates by the schemas of a document, with the help of an independent validator. `closed` refuses members that no
 * schema names, so that an answer cannot tell what the document does not.
 */
export function validatorOf(document: OpenApiDocument, strictness: Strictness): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, formats: { "uri-reference": true } });
  const prepare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(prepare);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [
      key,
      key === "$ref" ? String(part).replace("#/components/schemas/", "document#/$defs/") : prepare(part),
    ]);
    const isOpen = "properties" in value && !("additionalProperties" in value) && "type" in value;
    return {
      ...Object.fromEntries(entries),
      ...strictness === "closed" && isOpen ? { additionalProperties: false } : {},
    };
  };
  ajv.addSchema({ $id: "document", $defs: prepare(document.components.schemas) as Schema });
  return (schema) => ajv.compile(prepare(schema) as Schema);
}
