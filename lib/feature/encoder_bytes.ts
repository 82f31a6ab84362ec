import type { FeatureEncoderState } from "./feature_encoder.ts";

/**
 * How many bytes the state of a feature encoder holds: those of its arrays, and two for each character of its texts.
 *
 * @param state The state.
 * @returns The bytes.
 *
 * @example Usage
 * ```ts
 * import { createFeatureEncoder, encoderBytes } from "@backstream/backstream";
 * import { assert } from "@std/assert";
 *
 * const encoder = createFeatureEncoder({ maxCategories: 10, maxWidth: 100 });
 * let state = encoder.init();
 * for (let i = 0; i < 1000; i++) state = encoder.update(state, { id: `user ${i}` });
 * assert(encoder.width(state) <= 100);
 * assert(encoderBytes(state) < 2000);
 * ```
 */
export function encoderBytes({ layout, statistics, previous }: FeatureEncoderState): number {
  const texts = [layout.names, layout.types, ...layout.categories];
  const characters = texts.reduce((sum, list) => list.reduce((sum, text) => sum + text.length, sum), 0);
  return 2 * characters + layout.blocks.byteLength + statistics.byteLength + previous.byteLength;
}
