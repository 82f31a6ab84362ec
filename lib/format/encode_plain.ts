import { encodeTensors } from "./encode_tensors.ts";
import { toJson } from "./plain_data.ts";

/**
 * Writes plain data as a safetensors file: typed arrays as tensors, everything else as JSON under `plain` in
 * `__metadata__`.
 *
 * @param value Objects, arrays, texts, numbers, booleans, null and typed arrays.
 * @returns The bytes of the file.
 * @throws {TypeError} If the value holds anything else, or nests too deep.
 */
export function encodePlain(value: unknown): Uint8Array {
  const { json, tensors } = toJson(value, "plain");
  return encodeTensors(tensors, { plain: JSON.stringify(json) });
}
