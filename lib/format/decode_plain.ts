import { decodeTensors } from "./decode_tensors.ts";
import { fromJson } from "./plain_data.ts";
import { SnapshotError } from "./snapshot_error.ts";

/**
 * Reads what `encodePlain` has written.
 *
 * @param bytes The bytes of the file.
 * @returns The plain data; nothing is known of its form.
 * @throws {SnapshotError} If the bytes are no such file.
 */
export function decodePlain(bytes: Uint8Array): unknown {
  const { tensors, metadata } = decodeTensors(bytes);
  if (typeof metadata.plain !== "string") {
    throw new SnapshotError("hold the text plain in its __metadata__", typeof metadata.plain);
  }
  return fromJson(parse(metadata.plain), tensors);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SnapshotError("hold JSON in the entry plain", JSON.stringify(text.slice(0, 40)));
  }
}
