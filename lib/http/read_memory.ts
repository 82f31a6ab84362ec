import type { AppOptions } from "./app_options.ts";
import type { KeepOptions } from "./hosted/keep_parts.ts";

/**
 * What models keep beside their heads, with the defaults for what is missing.
 *
 * @param options The options of the app.
 * @returns The windows of the journals, and which versions are kept.
 * @throws {RangeError} If an option is not a whole number from 0 on.
 */
export function readMemory(
  { memory = {}, versions = {} }: Pick<AppOptions, "memory" | "versions">,
): Pick<KeepOptions, "windows" | "versions"> {
  const remembered = {
    ids: 65_536,
    keys: 16_384,
    predictions: 16_384,
    predictionBytes: 16 * 2 ** 20,
    age: 24 * 3_600_000,
    ...memory,
  };
  const kept = { keep: 10, samples: 10_000, age: 3_600_000, ...versions };
  for (const [group, options] of Object.entries({ memory: remembered, versions: kept })) {
    for (const [name, value] of Object.entries(options)) {
      if (Number.isSafeInteger(value) && value >= 0) continue;
      const rule = `${group}.${name} must be a whole number from 0 on`;
      throw new RangeError(`Cannot create app as ${rule}: current value is ${value}`);
    }
  }
  const { ids, keys, predictions, predictionBytes, age } = remembered;
  const any = { bytes: Infinity, age };
  return {
    windows: {
      ids: { ...any, entries: ids },
      keys: { ...any, entries: keys },
      predictions: { entries: predictions, bytes: predictionBytes, age },
    },
    versions: kept,
  };
}
