import { DenseSamples, type Target } from "../../feature/mod.ts";
import type { LineReader } from "../stream/ndjson_rows.ts";
import { isId } from "./is_id.ts";
import { scanFloats } from "./scan_floats.ts";
import { type ScannedScalar, scanScalar } from "./scan_scalar.ts";
import { skipSpace } from "./skip_space.ts";

const [LINE_FEED, COMMA, COLON, OPEN, CLOSE] = [10, 44, 58, 123, 125];

const [FEATURES, TARGET, WEIGHT, ID] = ["features", "target", "weight", "id"].map((name) =>
  new TextEncoder().encode(JSON.stringify(name))
);

/** So many numbers lie in one buffer, if more than one sample fits in, whenever they are taken. */
const BLOCK = 2 ** 14;

type Value = ScannedScalar["value"];

/**
 * Makes a reader of lines that hold a sample as a network takes it: `{"features":[...],"target":...}`, with `weight` and `id`
 * or without. It reads the features as float32 from the bytes into columns, which saves the text, the lists and objects that
 * `JSON.parse` makes, and their collection.
 *
 * @param inputs How many numbers the features hold.
 * @returns The reader. A line that holds anything else, or is no JSON, is left to `JSON.parse`, and to what says what is wrong.
 */
export function createLineReader(inputs: number): LineReader {
  let features = new Float32Array(Math.max(inputs, BLOCK));
  let first = 0; // of the numbers that were not taken yet
  let targets: Target[] = [];
  let weights: number[] | undefined;
  let ids: (string | undefined)[] | undefined;
  const scalar: ScannedScalar = { value: 0.5 };

  /** What was not taken yet goes on in a buffer of its own. */
  const makeRoom = (): void => {
    const begun = features.subarray(first, first + targets.length * inputs);
    features = new Float32Array(Math.max(inputs, BLOCK, 2 * begun.length));
    features.set(begun);
    first = 0;
  };

  /** Adds what is not usual. No part of `read`, as it is called for few lines or for all. */
  const addMore = (place: number, weight: Value | undefined, id: Value | undefined): void => {
    if (weight !== undefined && weights === undefined) weights = Array(place).fill(1);
    if (id !== undefined && ids === undefined) ids = Array(place).fill(undefined);
    weights?.push((weight ?? 1) as number);
    ids?.push(id as string | undefined);
  };

  return {
    read(bytes, start, most) {
      const place = targets.length;
      if (first + (place + 1) * inputs > features.length) makeRoom();
      const from = first + place * inputs;
      let hasFeatures = false;
      let target: Value | undefined;
      let weight: Value | undefined;
      let id: Value | undefined;
      let at = skipSpace(bytes, start);
      if (bytes[at] !== OPEN) return -1;
      do {
        const name = skipSpace(bytes, at + 1);
        if (!hasFeatures && (at = valueOf(bytes, name, FEATURES)) >= 0) {
          hasFeatures = true;
          at = scanFloats(bytes, at, features, from, inputs);
        } else if (target === undefined && (at = valueOf(bytes, name, TARGET)) >= 0) {
          at = scanScalar(bytes, at, scalar);
          target = scalar.value;
        } else if (id === undefined && (at = valueOf(bytes, name, ID)) >= 0) {
          at = scanScalar(bytes, at, scalar);
          id = scalar.value;
        } else if (weight === undefined && (at = valueOf(bytes, name, WEIGHT)) >= 0) {
          at = scanScalar(bytes, at, scalar);
          weight = scalar.value;
        } else return -1;
        if (at < 0) return -1;
        at = skipSpace(bytes, at);
      } while (bytes[at] === COMMA);
      if (bytes[at] !== CLOSE || !hasFeatures || target === undefined) return -1;
      at = skipSpace(bytes, at + 1);
      if (bytes[at] !== LINE_FEED || at - start > most) return -1;
      if (weight !== undefined && !(typeof weight === "number" && weight >= 0 && weight < Infinity)) return -1;
      if (id !== undefined && !isId(id)) return -1;
      targets.push(target);
      const isPlain = weight === undefined && id === undefined;
      if (!isPlain || weights !== undefined || ids !== undefined) addMore(place, weight, id);
      return at + 1;
    },
    take() {
      const end = first + targets.length * inputs;
      const taken = { inputs, features: features.subarray(first, end), targets, weights, ids };
      first = end;
      targets = [];
      weights = ids = undefined;
      return new DenseSamples(taken);
    },
  };
}

/** Where the value of a member begins; -1 if it has another name. */
function valueOf(bytes: Uint8Array, start: number, name: Uint8Array): number {
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return -1;
  const at = skipSpace(bytes, start + name.length);
  return bytes[at] === COLON ? skipSpace(bytes, at + 1) : -1;
}
