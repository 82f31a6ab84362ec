import type { LimitOptions } from "./app_options.ts";

/** All limits. */
export type Limits = Required<LimitOptions>;

const DEFAULTS: Limits = {
  bodyBytes: 4 * 2 ** 20,
  streamBytes: 2 ** 30,
  lineLength: 2 ** 20,
  bodyMilliseconds: 30_000,
  samplesPerRequest: 10_000,
  fields: 10_000,
  textLength: 100_000,
  waitingSamples: 100_000,
  waitingBytes: 64 * 2 ** 20,
  models: 100,
  parameters: 10_000_000,
  stateBytes: 64 * 2 ** 20,
  eventStreams: 256,
  requestsPerSecond: Infinity,
};

/**
 * The limits of an app, with the defaults for those that are missing.
 *
 * @param limits The limits that are given.
 * @returns All limits.
 * @throws {RangeError} If a limit is not a whole number from 1 on; `requestsPerSecond` may be any number above 0.
 */
export function readLimits(limits: LimitOptions = {}): Limits {
  const all = { ...DEFAULTS, ...limits };
  for (const [name, limit] of Object.entries(all)) {
    const isRate = name === "requestsPerSecond";
    if (typeof limit === "number" && limit > 0 && (isRate || Number.isSafeInteger(limit))) continue;
    const rule = isRate ? "a number above 0" : "a whole number from 1 on";
    throw new RangeError(`Cannot create app as ${name} must be ${rule}: current value is ${limit}`);
  }
  return all;
}
