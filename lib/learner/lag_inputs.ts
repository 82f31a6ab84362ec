import type { SparseVector, Vector } from "../kernel/mod.ts";

/** Where the earlier targets stand among the inputs of a network, as plain data. */
export interface LagPlaces {
  /** The places, ascending; the features have all others, in their order. */
  readonly places: readonly number[];
  /** Which number of the earlier targets stands there: t units + j for number j of the target t steps back, from 0 on. */
  readonly steps: readonly number[];
  /** Which output it is. */
  readonly outputs: readonly number[];
}

/** How many inputs there are of each kind. */
export interface LagSize {
  /** How many the features have. */
  readonly width: number;
  /** How many outputs there are. */
  readonly units: number;
  /** How many earlier targets are inputs. */
  readonly lags: number;
}

/** No places yet. */
export const noLagPlaces: LagPlaces = { places: [], steps: [], outputs: [] };

/**
 * Gives earlier targets a place for each output that has none, behind all inputs that there are: so a network grows at its
 * end only, whichever of features and outputs grows.
 *
 * @param lag The places so far.
 * @param size How many features and outputs there are now.
 * @returns The places; the same object if nothing is new.
 */
export function growLagPlaces(lag: LagPlaces, { width, units, lags }: LagSize): LagPlaces {
  const { places, steps, outputs } = lag;
  if (places.length === lags * units) return lag;
  const known = lags === 0 ? 0 : places.length / lags;
  const fresh = Array.from({ length: lags * units - places.length }, (_, i) => i);
  return {
    places: [...places, ...fresh.map((i) => width + places.length + i)],
    steps: [...steps, ...fresh.map((i) => i % lags)],
    outputs: [...outputs, ...fresh.map((i) => known + Math.floor(i / lags))],
  };
}

/** What stands at the places of earlier targets, and what at the others. */
export interface LaggedInput {
  /** The features. */
  readonly features: Vector | SparseVector;
  /** The earlier targets, the newest first, each as the network answers it; those that are missing count as 0. */
  readonly earlier: readonly ArrayLike<number>[];
}

/**
 * The input of a network that sees earlier targets beside the features.
 *
 * @param lag The places of the earlier targets.
 * @param input The features and the earlier targets.
 * @param width How many numbers the features hold.
 * @returns The input: dense if the features are, and else sparse.
 */
export function withLags(
  { places, steps, outputs }: LagPlaces,
  { features, earlier }: LaggedInput,
  width: number,
): Vector | SparseVector {
  const valueAt = (i: number): number => earlier[steps[i]]?.[outputs[i]] ?? 0;
  if ("indices" in features) return sparseWithLags(places, features, valueAt);
  const out = new Float32Array(width + places.length);
  let [i, k] = [0, 0];
  for (let at = 0; at < out.length; at++) out[at] = places[i] === at ? valueAt(i++) : features[k++];
  return out;
}

function sparseWithLags(
  places: readonly number[],
  { indices, values }: SparseVector,
  valueAt: (i: number) => number,
): SparseVector {
  const merged: { readonly indices: number[]; readonly values: number[] } = { indices: [], values: [] };
  const add = (index: number, value: number): void => {
    if (value === 0) return;
    merged.indices.push(index);
    merged.values.push(value);
  };
  let i = 0;
  for (let k = 0; k < indices.length; k++) {
    // The place of a feature is its number among the features, moved by the earlier targets that stand before it.
    for (; i < places.length && places[i] - i <= indices[k]; i++) add(places[i], valueAt(i));
    add(indices[k] + i, values[k]);
  }
  for (; i < places.length; i++) add(places[i], valueAt(i));
  return merged;
}
