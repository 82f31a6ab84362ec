import type { Features } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import type { Hash } from "./hash_text.ts";
import type { JournalEntry, JournalFormat } from "./journal_index.ts";
import type { LearnSummary } from "./learn_request.ts";

/** Ids of samples: a hash each. */
export const ID_FORMAT: JournalFormat = { size: () => 8 };

/** Keys of requests: the hash of the key, that of the fingerprint, and the answer. */
export const KEY_FORMAT: JournalFormat = { size: () => 64 };

/** Predictions: a hash, the size of the entry, how many outputs it has, the time, the outputs, and the features. */
export const PREDICTION_FORMAT: JournalFormat = {
  size: ({ view, offset }) => view.getUint32(offset + 8, true),
  waits: ({ view, offset }) => view.getUint32(offset + 12, true) > 0, // a label has none
};

/** A request that was answered. */
export interface KeyEntry {
  /** The hash of its key. */
  readonly key: Hash;
  /** The hash of its fingerprint. */
  readonly fingerprint: Hash;
  /** What it was answered. */
  readonly summary: LearnSummary;
  /** When, in milliseconds since 1970. */
  readonly time: number;
}

/** A prediction that was to be remembered. */
export interface PredictionEntry {
  /** The hash of its id. */
  readonly id: Hash;
  /** What was predicted. */
  readonly output: Vector;
  /** What it was predicted from. */
  readonly features: Features;
  /** When, in milliseconds since 1970. */
  readonly time: number;
}

/**
 * Writes the ids of samples.
 *
 * @param ids Their hashes.
 * @returns The entries, one behind the other.
 */
export function encodeIds(ids: readonly Hash[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * ids.length));
  ids.forEach((id, i) => setHash(view, 8 * i, id));
  return bytesOf(view);
}

/**
 * Writes the key of a request with its answer.
 *
 * @param entry The key and the answer.
 * @returns The entry.
 */
export function encodeKey({ key, fingerprint, summary, time }: KeyEntry): Uint8Array {
  const view = new DataView(new ArrayBuffer(64));
  setHash(view, 0, key);
  setHash(view, 8, fingerprint);
  view.setFloat64(16, summary.version, true);
  view.setUint32(24, summary.learned, true);
  view.setUint32(28, summary.duplicates, true);
  view.setUint32(32, summary.refused, true);
  view.setFloat64(40, summary.cost, true);
  view.setFloat64(48, summary.before, true);
  view.setFloat64(56, time, true);
  return bytesOf(view);
}

/**
 * Reads the key of a request.
 *
 * @param entry Where it stands.
 * @returns The key and the answer.
 */
export function decodeKey({ view, offset }: JournalEntry): KeyEntry {
  return {
    key: getHash(view, offset),
    fingerprint: getHash(view, offset + 8),
    summary: {
      version: view.getFloat64(offset + 16, true),
      learned: view.getUint32(offset + 24, true),
      duplicates: view.getUint32(offset + 28, true),
      refused: view.getUint32(offset + 32, true),
      cost: view.getFloat64(offset + 40, true),
      before: view.getFloat64(offset + 48, true),
    },
    time: view.getFloat64(offset + 56, true),
  };
}

const HEAD = 24;

/**
 * Writes a prediction. Features that float32 holds exactly are written so, others as JSON.
 *
 * @param prediction The prediction.
 * @returns The entry.
 */
export function encodePrediction({ id, output, features, time }: PredictionEntry): Uint8Array {
  const numbers = exactly(features);
  const text = numbers === undefined ? new TextEncoder().encode(JSON.stringify(toPlain(features))) : undefined;
  const start = HEAD + 4 + 4 * output.length;
  const size = start + (text?.length ?? 4 * numbers!.length);
  const view = new DataView(new ArrayBuffer(size));
  setHash(view, 0, id);
  view.setUint32(8, size, true);
  view.setUint32(12, output.length, true);
  view.setFloat64(16, time, true);
  view.setUint32(HEAD, text === undefined ? 0 : 1, true);
  for (let j = 0; j < output.length; j++) view.setFloat32(HEAD + 4 + 4 * j, output[j], true);
  if (text !== undefined) bytesOf(view).set(text, start);
  else for (let k = 0; k < numbers!.length; k++) view.setFloat32(start + 4 * k, numbers![k], true);
  return bytesOf(view);
}

/**
 * Reads a prediction.
 *
 * @param entry Where it stands.
 * @returns The prediction; undefined if it has got its label.
 */
export function decodePrediction({ view, offset }: JournalEntry): PredictionEntry | undefined {
  const [size, units] = [view.getUint32(offset + 8, true), view.getUint32(offset + 12, true)];
  if (units === 0) return undefined;
  const start = HEAD + 4 + 4 * units;
  const isText = view.getUint32(offset + HEAD, true) === 1;
  return {
    id: getHash(view, offset),
    output: getFloats(view, offset + HEAD + 4, units) as unknown as Vector,
    features: isText
      ? JSON.parse(new TextDecoder().decode(bytesOf(view).subarray(offset + start, offset + size)))
      : getFloats(view, offset + start, (size - start) / 4),
    time: view.getFloat64(offset + 16, true),
  };
}

/**
 * Writes that a prediction has got its label.
 *
 * @param id The hash of its id.
 * @param time When, in milliseconds since 1970.
 * @returns The entry.
 */
export function encodeLabel(id: Hash, time: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(HEAD));
  setHash(view, 0, id);
  view.setUint32(8, HEAD, true);
  view.setFloat64(16, time, true);
  return bytesOf(view);
}

/** The numbers, if they are nothing else and float32 has them. */
function exactly(features: Features): ArrayLike<number> | undefined {
  if (features instanceof Float32Array) return features;
  if (!Array.isArray(features) && !ArrayBuffer.isView(features)) return undefined;
  const numbers = features as ArrayLike<number>;
  for (let k = 0; k < numbers.length; k++) {
    if (!Object.is(Math.fround(numbers[k]), numbers[k])) return undefined;
  }
  return numbers;
}

/** JSON makes objects of typed arrays. */
function toPlain(features: unknown): unknown {
  if (ArrayBuffer.isView(features)) return Array.from(features as unknown as ArrayLike<number>);
  if (typeof features !== "object" || features === null || Array.isArray(features)) return features;
  return Object.fromEntries(Object.entries(features).map(([key, item]) => [key, toPlain(item)]));
}

function getFloats(view: DataView, offset: number, length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, (_, i) => view.getFloat32(offset + 4 * i, true));
}

function setHash(view: DataView, offset: number, { high, low }: Hash): void {
  view.setUint32(offset, low, true);
  view.setUint32(offset + 4, high, true);
}

function getHash(view: DataView, offset: number): Hash {
  return { high: view.getUint32(offset + 4, true), low: view.getUint32(offset, true) };
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}
