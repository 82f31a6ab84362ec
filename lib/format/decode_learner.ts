import { immutable } from "../kernel/mod.ts";
import type { Learner, LearnerState } from "../learner/mod.ts";
import type { Network } from "../network/mod.ts";
import { decodeTensors } from "./decode_tensors.ts";
import { fromJson, isNetwork } from "./plain_data.ts";
import { readContent } from "./read_content.ts";
import { readLearner } from "./read_learner.ts";
import { readNetwork } from "./read_network.ts";
import { requireForm } from "./require_form.ts";
import { SnapshotError } from "./snapshot_error.ts";
import type { Tensor } from "./tensor_types.ts";

/** What a snapshot holds. */
export interface DecodedLearner {
  /** The learner, made again from its description. */
  readonly learner: Learner;
  /** Everything it had learned. */
  readonly state: LearnerState;
}

/**
 * Reads a learner and all it has learned from a snapshot.
 *
 * A learner that was made from network options starts anew (`init()`) as it did then; one that was made from a given
 * network starts anew from the network of the snapshot.
 *
 * The bytes need not be trusted: they are checked before anything is made of them, and what is made is of the size of
 * the bytes, whatever they claim. Parameters that are NaN or infinite are taken as they are, so that a learner that
 * diverged comes back as it was.
 *
 * @param bytes The bytes that `encodeLearner` made.
 * @returns The learner and its state.
 * @throws {SnapshotError} If the bytes are cut short, hold another kind of file, come from a newer version, or describe
 * what `encodeLearner` would not have written.
 * @throws {TypeError} If it is given something other than a `Uint8Array`.
 *
 * @example Usage
 * ```ts
 * import { createLearner, decodeLearner, encodeLearner, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const made = createLearner({
 *   network: { inputs: 2, layers: [{ units: 1 }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * const { learner, state } = decodeLearner(encodeLearner(made, made.init()));
 * assertEquals(learner.predictOne(state, [1, 2]), made.predictOne(made.init(), [1, 2]));
 * ```
 */
export function decodeLearner(bytes: Uint8Array): DecodedLearner {
  if (!(bytes instanceof Uint8Array)) {
    const current = Object.prototype.toString.call(bytes);
    throw new TypeError(`Cannot decode snapshot as bytes must be a Uint8Array: current value is ${current}`);
  }
  const { tensors, metadata } = decodeTensors(bytes);
  const content = readContent(metadata);
  const network = readNetwork(content.network, tensors);
  const numbers = [...tensors.values()].reduce((sum, { length }) => sum + length, 0);
  const { learner, smallest } = readLearner(content.learner, network, numbers);
  if (smallest === undefined) return { learner, state: readState(learner, content.state, { network, tensors }) };
  const rest = fromJson(content.state, tensors);
  requireForm(rest, smallest, { path: "state", length: network.parameters.length });
  return { learner, state: { network, ...freeze(rest) as typeof smallest } };
}

interface Read {
  readonly network: Network;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** The state of a learner that knows itself what its states look like. */
function readState(learner: Learner, json: unknown, { network, tensors }: Read): LearnerState {
  const rest = fromJson(json, tensors, { network });
  const state = { network, ...freeze(rest) as Omit<LearnerState, "network"> };
  const fault = learner.fault?.(state);
  if (fault !== undefined) throw new SnapshotError("hold a state that its learner could have made", fault);
  return state;
}

/** Plain data whose float32 arrays are immutable where the runtime has that. */
function freeze(value: unknown): unknown {
  if (value instanceof Float32Array) return immutable(value as Float32Array<ArrayBuffer>);
  if (Array.isArray(value)) return value.map(freeze);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (isNetwork(value)) return value; // its layers are views of its one block, which is immutable already
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, freeze(item)]));
}
