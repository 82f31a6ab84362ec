import { SampleError } from "../../feature/mod.ts";

/**
 * Reads the parameters of a request, of a tensor or of an output. Some clients write null for what they do not give.
 *
 * @param value What stands there.
 * @param field What errors call it.
 * @returns The parameters that are given.
 * @throws {SampleError} If it is no object, or one that is known is of another type.
 */
export function readParameters(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw new SampleError({ field, rule: "be an object", value });
  const parameters = value as Record<string, unknown>;
  for (const name of ["binary_data", "binary_data_output"]) {
    const flag = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (flag === undefined || flag === null || typeof flag === "boolean") continue;
    throw new SampleError({ field: `${field}.${name}`, rule: "be true or false", value: flag });
  }
  return parameters;
}
