import type { ModelVersion } from "../hosted/hosted_model.ts";
import { RequestError } from "../request_error.ts";
import type { ReadFields } from "../stream/csv_rows.ts";

/** Which columns of a table are no features. */
export interface SampleColumns {
  /** The column of the target. */
  readonly target: string;
  /** The column of the weight, if there is one. */
  readonly weight?: string;
  /** The column of the id, if there is one. */
  readonly id?: string;
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** The types of fields that hold words, also if they look like numbers, as a postal code does. */
const WORDS: readonly string[] = ["categorical", "text"];

/**
 * How rows of a table become samples. What looks like a number becomes one, unless the model knows the column as a category
 * or a text; an empty field of a record is a missing value. The target stays a text if that is a label of the model, or if
 * the model takes any label. A model without records takes the columns in their order.
 *
 * @param model What the samples are for.
 * @param columns Which columns are no features.
 * @returns Takes the names of the columns, and returns what makes a sample of a row.
 * @throws {RequestError} When it takes the names, 400 if a column is missing.
 */
export function csvSamples(
  { learner, state }: Pick<ModelVersion, "learner" | "state">,
  columns: SampleColumns,
): (names: readonly string[]) => ReadFields {
  const { description, labelsOf } = learner;
  const words = new Set(
    learner.fieldsOf?.(state)?.fields.filter(({ type }) => WORDS.includes(type)).map(({ name }) => name),
  );
  const takesLabels = labelsOf !== undefined && description.task === "classification";
  const labels = new Set(description.labels);
  const isLabel = (text: string) => takesLabels || labels.has(text);
  return (names) => {
    const [target, weight, id] = [columns.target, columns.weight, columns.id].map((name) => placeOf(name, names));
    const features = names.map((_name, i) => i).filter((i) => i !== target && i !== weight && i !== id);
    return (fields) => ({
      features: !("maker" in description)
        ? features.map((i) => numberOf(fields[i]))
        : Object.fromEntries(features.map((i) => [names[i], valueOf(fields[i], words.has(names[i]))])),
      target: isLabel(fields[target!]) ? fields[target!] : numberOf(fields[target!]),
      ...weight === undefined ? {} : { weight: numberOf(fields[weight]) },
      ...id === undefined || fields[id] === "" ? {} : { id: fields[id] },
    });
  };
}

function placeOf(name: string | undefined, names: readonly string[]): number | undefined {
  if (name === undefined) return undefined;
  const place = names.indexOf(name);
  if (place >= 0) return place;
  const detail = `Cannot read the body as its first row must name the column ${JSON.stringify(name.slice(0, 60))}`;
  throw new RequestError({ status: 400, title: "Bad Request", detail });
}

function valueOf(text: string, isWord: boolean): number | string | null {
  if (text === "") return null;
  return isWord ? text : numberOf(text);
}

function numberOf(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}
