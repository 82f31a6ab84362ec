/**
 * Writes a value as JSON, typed arrays as arrays: JSON alone would make objects of them.
 *
 * @param value The value.
 * @returns The text.
 */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, (_name, part) => {
    return ArrayBuffer.isView(part) && !(part instanceof DataView) ? Array.from(part as Float32Array) : part;
  });
}
