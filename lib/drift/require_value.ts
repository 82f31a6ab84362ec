/**
 * Checks a value that a detector is given. As in samples it must be finite in float32, so that no square overflows.
 *
 * @param detector The name of the detector.
 * @param value The value.
 * @throws {RangeError} If it is not a number, not finite, or too large for float32.
 */
export function requireValue(detector: string, value: number): void {
  if (typeof value === "number" && Number.isFinite(Math.fround(value))) return;
  const rule = Number.isFinite(value) ? "a finite number in float32" : "a finite number";
  const current = typeof value === "number" ? value : JSON.stringify(value) ?? typeof value;
  throw new RangeError(`Cannot update ${detector} as value must be ${rule}: current value is ${current}`);
}
