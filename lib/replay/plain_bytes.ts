/**
 * The bytes of plain data: 8 for each number and boolean, 2 for each character, and what typed arrays hold. Names of
 * fields and what an engine needs around the data are not counted.
 *
 * @param value Objects, arrays, texts, numbers, booleans, null and typed arrays.
 * @returns The sum.
 */
export function plainBytes(value: unknown): number {
  if (typeof value === "number" || typeof value === "boolean") return 8;
  if (typeof value === "string") return 2 * value.length;
  if (typeof value !== "object" || value === null) return 0;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let sum = 0;
  for (const key in value) sum += plainBytes((value as Record<string, unknown>)[key]);
  return sum;
}
