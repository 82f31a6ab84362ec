import type { Spec } from "../plain/mod.ts";
import { adwin } from "./adwin.ts";
import { ddm } from "./ddm.ts";
import type { DriftDetector } from "./drift_detector.ts";
import { kswin } from "./kswin.ts";
import { pageHinkley } from "./page_hinkley.ts";

/** A detector of which nothing is known but that it is one. */
// deno-lint-ignore no-explicit-any
export type AnyDriftDetector = DriftDetector<any>;

// deno-lint-ignore no-explicit-any
const MAKERS: Readonly<Record<string, (options: any) => AnyDriftDetector>> = { adwin, ddm, kswin, pageHinkley };

/**
 * The detector that a spec names: what a snapshot or a configuration file holds, made into functions again.
 *
 * @param spec The name and the options.
 * @returns The detector.
 * @throws {RangeError} If the name is unknown or an option is out of range.
 * @throws {TypeError} If the spec is not an object.
 *
 * @example Usage
 * ```ts
 * import { adwin, createDriftDetector } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(createDriftDetector({ name: "adwin", delta: 0.01 }).spec, adwin({ delta: 0.01 }).spec);
 * ```
 */
export function createDriftDetector(spec: Spec): AnyDriftDetector {
  if (typeof spec !== "object" || spec === null) {
    throw new TypeError(`Cannot create drift detector as spec must be an object with a name: current value is ${spec}`);
  }
  const { name, ...options } = spec;
  if (typeof name !== "string" || !Object.hasOwn(MAKERS, name)) {
    const names = Object.keys(MAKERS).join(", ");
    throw new RangeError(
      `Cannot create drift detector as name must be one of ${names}: current value is ${JSON.stringify(name)}`,
    );
  }
  return MAKERS[name](options);
}
