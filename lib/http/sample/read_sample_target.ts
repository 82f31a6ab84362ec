import { SampleError, type Target } from "../../feature/mod.ts";

/**
 * A target as JSON has it. Whether it fits the task is checked where it is used, its shape here: what only looks like an
 * array is none.
 *
 * @param target What was sent.
 * @returns The target.
 * @throws {SampleError} If it is none.
 */
export function readSampleTarget(target: unknown): Target {
  if (typeof target !== "object" || target === null || Array.isArray(target)) return target as Target;
  const isNamed = Object.values(target).every((value) => typeof value === "number" || typeof value === "boolean");
  if (isNamed && typeof (target as { length?: unknown }).length !== "number") return target as Target;
  const rule = "be a number, a label, an array of numbers, or numbers or truth values by label";
  throw new SampleError({ field: "target", rule, value: { ...target, length: undefined } });
}
