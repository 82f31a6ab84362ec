import { decodeLearner, decodePlain, encodeLearner, encodePlain, SnapshotError } from "../../format/mod.ts";
import type { Learner, LearnerState } from "../../learner/mod.ts";
import { initLedger, type Ledger } from "./ledger.ts";

/** What a commit writes: what a model has learned, and what it remembers beside it. */
export interface ModelRecord {
  /** How it learns. */
  readonly learner: Learner;
  /** What it has learned. */
  readonly state: LearnerState;
  /** What it remembers. */
  readonly ledger: Ledger;
}

/** The first bytes of a record; a snapshot would begin so if its header had 10^18 bytes. */
const MAGIC = new TextEncoder().encode("backrec1");
const HEADER = 16;

/**
 * Writes a record: 8 bytes of a mark, the length of the snapshot as a little-endian u64, the snapshot as `encodeLearner`
 * makes it, and the ledger as a safetensors file of its own.
 *
 * @param record The record.
 * @returns The bytes.
 */
export function encodeRecord({ learner, state, ledger }: ModelRecord): Uint8Array {
  const [snapshot, rest] = [encodeLearner(learner, state), encodePlain(ledger)];
  const bytes = new Uint8Array(HEADER + snapshot.length + rest.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setBigUint64(MAGIC.length, BigInt(snapshot.length), true);
  bytes.set(snapshot, HEADER);
  bytes.set(rest, HEADER + snapshot.length);
  return bytes;
}

/**
 * Reads a record. A snapshot alone is taken for a model that has not been committed yet.
 *
 * @param bytes The bytes.
 * @returns The record.
 * @throws {SnapshotError} If the bytes are neither.
 */
export function decodeRecord(bytes: Uint8Array): ModelRecord {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) {
    const { learner, state } = decodeLearner(bytes);
    return { learner, state, ledger: initLedger(learner.description.task, "") };
  }
  const end = HEADER + lengthOf(bytes);
  if (end > bytes.length) throw new SnapshotError(`hold ${end} bytes and a ledger`, bytes.length);
  const { learner, state } = decodeLearner(bytes.subarray(HEADER, end));
  return { learner, state, ledger: decodePlain(bytes.subarray(end)) as Ledger };
}

function lengthOf({ buffer, byteOffset, byteLength }: Uint8Array): number {
  if (byteLength < HEADER) return Infinity;
  return Number(new DataView(buffer, byteOffset).getBigUint64(MAGIC.length, true));
}
