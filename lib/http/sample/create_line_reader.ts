import type { Sample, Target } from "../../feature/mod.ts";
import type { LineReader } from "../stream/ndjson_rows.ts";
import { scanFloats } from "./scan_floats.ts";
import { type ScannedScalar, scanScalar } from "./scan_scalar.ts";
import { skipSpace } from "./skip_space.ts";

const [LINE_FEED, COMMA, COLON, OPEN, CLOSE] = [10, 44, 58, 123, 125];

const [FEATURES, TARGET, WEIGHT, ID] = ["features", "target", "weight", "id"].map((name) =>
  new TextEncoder().encode(JSON.stringify(name))
);

/** So many numbers lie in one buffer, if more than one sample fits in: to make a buffer takes about a microsecond. */
const BLOCK = 2 ** 14;

/**
 * A sample that has the form it must have. A class, as V8 may put what is written as a literal among the old objects at once, which
 * then keep new ones from going.
 */
export class PlainSample implements Sample {
  constructor(readonly features: Float32Array, readonly target: Target) {}
}

type Value = ScannedScalar["value"];

/**
 * Makes a reader of lines that hold a sample as a network takes it: `{"features":[...],"target":...}`, with `weight` and `id`
 * or without. It reads the features as float32 from the bytes, which saves the text, the lists that `JSON.parse` makes, and
 * their collection.
 *
 * @param inputs How many numbers the features hold.
 * @returns The reader. A line that holds anything else, or is no JSON, is left to `JSON.parse`, and to what says what is wrong.
 */
export function createLineReader(inputs: number): LineReader {
  const room = Math.max(1, Math.floor(BLOCK / inputs)) * inputs;
  let block = new Float32Array(0);
  let next = 0;
  const scalar: ScannedScalar = { value: 0.5 };

  /** The next numbers of the block, which are taken only when all of a line is read. */
  const nextFeatures = (): Float32Array => {
    if (next === block.length) {
      block = new Float32Array(room);
      next = 0;
    }
    return block.subarray(next, next + inputs);
  };

  const read = (bytes: Uint8Array, start: number): Sample | undefined => {
    let features: Float32Array | undefined;
    let target: Value | undefined;
    let weight: Value | undefined;
    let id: Value | undefined;
    let at = skipSpace(bytes, start);
    if (bytes[at] !== OPEN) return undefined;
    do {
      const name = skipSpace(bytes, at + 1);
      if (features === undefined && (at = valueOf(bytes, name, FEATURES)) >= 0) {
        features = nextFeatures();
        at = scanFloats(bytes, at, features);
      } else if (target === undefined && (at = valueOf(bytes, name, TARGET)) >= 0) {
        at = scanScalar(bytes, at, scalar);
        target = scalar.value;
      } else if (id === undefined && (at = valueOf(bytes, name, ID)) >= 0) {
        at = scanScalar(bytes, at, scalar);
        id = scalar.value;
      } else if (weight === undefined && (at = valueOf(bytes, name, WEIGHT)) >= 0) {
        at = scanScalar(bytes, at, scalar);
        weight = scalar.value;
      } else return undefined;
      if (at < 0) return undefined;
      at = skipSpace(bytes, at);
    } while (bytes[at] === COMMA);
    if (bytes[at] !== CLOSE || features === undefined || target === undefined) return undefined;
    at = skipSpace(bytes, at + 1);
    if (bytes[at] !== LINE_FEED) return undefined;
    reader.end = at + 1;
    next += inputs;
    if (weight === undefined && id === undefined) return new PlainSample(features, target as Target);
    return {
      features,
      target: target as Target,
      ...weight === undefined ? {} : { weight: weight as number },
      ...id === undefined ? {} : { id: id as string },
    };
  };
  const reader = { read, end: 0 };
  return reader;
}

/** Where the value of a member begins; -1 if it has another name. */
function valueOf(bytes: Uint8Array, start: number, name: Uint8Array): number {
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return -1;
  const at = skipSpace(bytes, start + name.length);
  return bytes[at] === COLON ? skipSpace(bytes, at + 1) : -1;
}
