import type { LimitOptions } from "./app_options.ts";

/**
 * The limits of an app, with the defaults for those that are missing.
 *
 * @param limits The limits that are given.
 * @returns All limits.
 * @throws {RangeError} If a limit is not a whole number from 1 on.
 */
export function readLimits(limits: LimitOptions = {}): Required<LimitOptions> {
  const all = {
    bodyBytes: 4 * 2 ** 20,
    samplesPerRequest: 10_000,
    waitingSamples: 100_000,
    waitingBytes: 64 * 2 ** 20,
    models: 100,
    parameters: 10_000_000,
    ...limits,
  };
  for (const [name, limit] of Object.entries(all)) {
    if (Number.isSafeInteger(limit) && limit > 0) continue;
    throw new RangeError(`Cannot create app as ${name} must be a whole number from 1 on: current value is ${limit}`);
  }
  return all;
}
