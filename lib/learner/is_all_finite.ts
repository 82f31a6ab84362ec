/**
 * Whether every number in plain data is finite.
 *
 * @param value The data.
 * @returns False if a number in it, at any depth, is NaN or infinite.
 */
export function isAllFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (ArrayBuffer.isView(value)) return (value as Float32Array).every(Number.isFinite);
  return Object.values(value).every(isAllFinite);
}
