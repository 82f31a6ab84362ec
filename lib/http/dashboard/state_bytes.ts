/**
 * About how many bytes a state takes: those of its arrays, each buffer once, and of its texts and numbers.
 *
 * @param state Plain data.
 * @returns Bytes.
 */
export function stateBytes(state: unknown): number {
  const seen = new Set<unknown>();
  const bytesOf = (value: unknown): number => {
    if (typeof value === "string") return 2 * value.length;
    if (typeof value !== "object" || value === null) return 8;
    const held = ArrayBuffer.isView(value) ? value.buffer : value;
    if (seen.has(held)) return 0;
    seen.add(held);
    if (ArrayBuffer.isView(value)) return value.buffer.byteLength;
    let bytes = 0;
    for (const member of Object.values(value)) bytes += bytesOf(member);
    return bytes;
  };
  return bytesOf(state);
}
