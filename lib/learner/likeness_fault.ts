/** Where data stands, and how large it must be. */
export interface Likeness {
  /** What the data is called. */
  readonly path: string;
  /** How many numbers every typed array holds; by default as many as in the model. */
  readonly length?: number | undefined;
}

/**
 * What is wrong with plain data that should look like a model: the same keys, the same texts, whole numbers from 0 on, and
 * typed arrays of the same kind and length.
 *
 * @param value The data.
 * @param model What it should look like.
 * @param place What the data is called, and the length of its arrays.
 * @returns What is wrong first; undefined if nothing is.
 */
export function likenessFault(value: unknown, model: unknown, { path, length }: Likeness): string | undefined {
  if (ArrayBuffer.isView(model)) {
    const wanted = arrayOf(model, length);
    return ArrayBuffer.isView(value) && arrayOf(value) === wanted ? undefined : `${path} must be ${wanted}`;
  }
  if (typeof model === "number") {
    return Number.isSafeInteger(value) && value as number >= 0
      ? undefined
      : `${path} must be a whole number from 0 on: current value is ${JSON.stringify(value)}`;
  }
  if (typeof model === "string") return value === model ? undefined : `${path} must be ${JSON.stringify(model)}`;
  if (typeof model !== "object" || model === null) {
    const [type, wanted] = [value, model].map((item) => item === null ? "null" : typeof item);
    return type === wanted ? undefined : `${path} must be ${wanted}`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) !== Array.isArray(model)) {
    return `${path} must be ${Array.isArray(model) ? "a list" : "an object"}`;
  }
  const [keys, wanted] = [value, model].map((object) => Object.keys(object).sort().join(", "));
  if (keys !== wanted) return `${path} must have the keys ${wanted}`;
  for (const [key, item] of Object.entries(model)) {
    const fault = likenessFault((value as Record<string, unknown>)[key], item, { path: `${path}.${key}`, length });
    if (fault !== undefined) return fault;
  }
}

function arrayOf(array: ArrayBufferView, length = (array as Float32Array).length): string {
  return `${length} numbers in a ${array.constructor.name}`;
}
