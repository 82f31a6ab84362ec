import type { OutputTensor } from "./output_tensors.ts";

/**
 * A tensor in the binary form of the Open Inference Protocol: little-endian, row after row; a text as the number of its
 * bytes, in four bytes, and these.
 *
 * @param tensor The tensor.
 * @returns Its bytes.
 */
export function encodeTensor({ datatype, elements }: OutputTensor): Uint8Array {
  if (datatype === "BYTES") return encodeTexts(elements as readonly string[]);
  const size = datatype === "INT64" ? 8 : 4;
  const bytes = new Uint8Array(elements.length * size);
  const view = new DataView(bytes.buffer);
  elements.forEach((element, i) => {
    if (datatype === "INT64") view.setBigInt64(i * size, BigInt(element), true);
    else view.setFloat32(i * size, element as number, true);
  });
  return bytes;
}

function encodeTexts(texts: readonly string[]): Uint8Array {
  const all = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const text of all) {
    view.setUint32(offset, text.length, true);
    bytes.set(text, offset + 4);
    offset += 4 + text.length;
  }
  return bytes;
}
