import { SampleError } from "../../feature/mod.ts";

/**
 * Refuses what is no object, or one that lacks a member or has one that nobody would look at, such as a misspelled `weight`.
 *
 * @param value What was sent.
 * @param needed The members that it must have.
 * @param others The members that it may have.
 * @returns The object.
 * @throws {SampleError} If it is not what it must be.
 */
export function requireMembers(
  value: unknown,
  needed: readonly string[],
  others: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const refuseIt = () => refuse(`be an object with ${needed.join(" and ")}`, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuseIt();
  for (const member of needed) if (!Object.hasOwn(value, member)) refuseIt();
  for (const member in value) {
    if (needed.includes(member) || others.includes(member)) continue;
    refuse(`have no members but ${[...needed, ...others].join(", ")}`, value);
  }
  return value as Record<string, unknown>;
}

function refuse(rule: string, value: unknown): never {
  throw new SampleError({ field: "sample", rule, value });
}
