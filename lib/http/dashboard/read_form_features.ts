import type { Features, FieldValue } from "../../feature/mod.ts";
import { parseJson } from "../body/parse_json.ts";
import type { FormField, FormFields } from "./form_fields.ts";

/**
 * The features that a form was filled in with. What is no number stays a text, which the model refuses in its own words.
 *
 * @param form What was sent.
 * @param fields What was asked for.
 * @returns The features, to be checked like those of any request.
 * @throws {RequestError} 400 if JSON was asked for and is malformed.
 */
export function readFormFeatures(form: URLSearchParams, fields: FormFields): Features {
  if (fields.kind === "numbers") {
    return Array.from({ length: fields.count }, (_, i) => numberOr(NaN, form.get(inputName(i)) ?? ""));
  }
  if (fields.kind === "json") {
    const value = parseJson(form.get("json") ?? "");
    const isSample = typeof value === "object" && value !== null && "features" in value;
    return (isSample ? value.features : value) as Features;
  }
  const given = fields.fields.map((field) => [field.name, form.get(fieldName(field))?.trim() ?? "", field] as const)
    .filter(([, text]) => text !== ""); // what is left blank is missing
  return Object.fromEntries(given.map(([name, text, field]) => [name, readValue(text, field)]));
}

/**
 * The name of the control for a number.
 *
 * @param index Which number.
 * @returns The name.
 */
export function inputName(index: number): string {
  return `input.${index}`;
}

/**
 * The name of the control for a field.
 *
 * @param field The field.
 * @returns The name.
 */
export function fieldName({ name }: FormField): string {
  return `field.${name}`;
}

function readValue(text: string, { type }: FormField): FieldValue {
  if (type === "numeric") return numberOr(text, text);
  if (type === "vector") {
    return text.split(/[\s,;[\]]+/).filter((part) => part !== "").map((part) => numberOr(NaN, part));
  }
  return text;
}

function numberOr<T>(other: T, text: string): number | T {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : other;
}
