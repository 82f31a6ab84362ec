import { type FeatureRecord, type Features, type FieldValue, SampleError } from "../../feature/mod.ts";
import type { Tensor } from "./read_tensor.ts";

/** The name of the tensor that holds the features of a learner that takes numbers. */
export const inputName = "input";

/**
 * The features that the tensors of a request hold: for a learner that takes numbers one tensor `input` of shape (n, d); for
 * one that takes records a tensor for each field, of shape (n) or (n, 1), or (n, d) where the field is a vector. A field
 * without a tensor is missing in every record.
 *
 * @param tensors The tensors, at least one.
 * @param fields The names of the fields; undefined if the learner takes numbers.
 * @returns The features, n of them.
 * @throws {SampleError} If the tensors are not these.
 */
export function featuresOfTensors(tensors: readonly Tensor[], fields?: readonly string[]): Features[] {
  requireNames(tensors.map(({ name }) => name), fields ?? [inputName]);
  const [{ name, rows, columns }] = tensors;
  tensors.forEach((tensor, i) => {
    if (tensor.rows === rows) return;
    throw new SampleError({
      field: `inputs[${i}].shape`,
      rule: `have ${rows} first, as ${name} has`,
      value: tensor.rows,
    });
  });
  if (fields === undefined) {
    if (columns === undefined) throw new SampleError({ field: "inputs[0].shape", rule: "be [n, d]", value: [rows] });
    return Array.from({ length: rows }, (_, row) => numbersOf(tensors[0], row, columns));
  }
  return Array.from({ length: rows }, (_, row): FeatureRecord => {
    return Object.fromEntries(tensors.map((tensor) => [tensor.name, fieldOf(tensor, row)]));
  });
}

function requireNames(names: readonly string[], known: readonly string[]): void {
  names.forEach((name, i) => {
    const field = `inputs[${i}].name`;
    if (!known.includes(name)) {
      throw new SampleError({
        field,
        rule: `be one of ${known.map((name) => JSON.stringify(name)).join(", ")}`,
        value: name,
      });
    }
    if (names.indexOf(name) < i) throw new SampleError({ field, rule: "be another than those before it", value: name });
  });
}

/** Texts stay what they are, so that the error about them is that of any other request. */
function numbersOf({ elements }: Tensor, row: number, columns: number): number[] {
  const own = elements.slice(row * columns, (row + 1) * columns);
  return own.map((element) => typeof element === "boolean" ? Number(element) : element) as number[];
}

function fieldOf(tensor: Tensor, row: number): FieldValue {
  const { elements, columns = 1 } = tensor;
  return columns === 1 ? elements[row] : numbersOf(tensor, row, columns);
}
