import { immutable } from "../kernel/mod.ts";
import { createLearner, type Learner, type LearnerDescription, type LearnerState } from "../learner/mod.ts";
import { createNetwork, type Network, type NetworkShape, withParameters } from "../network/mod.ts";
import { createOptimizer } from "../optimizer/mod.ts";
import { type DecodedTensors, decodeTensors } from "./decode_tensors.ts";
import { SNAPSHOT_VERSION } from "./encode_learner.ts";
import { fromJson } from "./plain_data.ts";
import { SnapshotError } from "./snapshot_error.ts";

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
 * @param bytes The bytes that `encodeLearner` made.
 * @returns The learner and its state.
 * @throws {SnapshotError} If the bytes are cut short, hold another kind of file, or come from a newer version.
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
  const decoded = decodeTensors(bytes);
  const { learner: description, network: shape, state } = readContent(decoded);
  const network = readNetwork(shape, decoded);
  const rest = freeze(fromJson(state, decoded.tensors)) as Omit<LearnerState, "network">;
  try {
    const learner = createLearner({
      network: description.network ?? network,
      optimizer: createOptimizer(description.optimizer!),
      labels: description.labels,
      task: description.task,
    });
    return { learner, state: { network, ...rest } };
  } catch (error) {
    throw new SnapshotError("describe a learner that can be made", (error as Error).message);
  }
}

interface Content {
  readonly version: number;
  readonly learner: LearnerDescription;
  readonly network: NetworkShape;
  readonly state: unknown;
}

function readContent({ metadata }: DecodedTensors): Content {
  if (typeof metadata.backstream !== "string") {
    throw new SnapshotError(
      "hold the entry backstream, as encodeLearner writes it",
      Object.keys(metadata).join(", ") || "none",
    );
  }
  const content = parse(metadata.backstream);
  if (content?.version !== SNAPSHOT_VERSION) {
    throw new SnapshotError(`be of version ${SNAPSHOT_VERSION}`, content?.version);
  }
  return content;
}

function parse(text: string): Content | undefined {
  try {
    return JSON.parse(text);
  } catch {
    throw new SnapshotError("hold JSON in the entry backstream", JSON.stringify(text.slice(0, 40)));
  }
}

function readNetwork(shape: NetworkShape, { tensors }: DecodedTensors): Network {
  const layers = shape.layers.map((layer) => ({ ...layer, initializer: "zeros" as const }));
  const empty = createNetwork({ ...shape, layers });
  const block = new Float32Array(empty.parameters.length);
  let offset = 0;
  for (const [l, { weights, biases }] of empty.layers.entries()) {
    for (const [kind, { length }] of [["weight", weights], ["bias", biases]] as const) {
      const tensor = tensors.get(`${2 * l}.${kind}`);
      if (!(tensor instanceof Float32Array) || tensor.length !== length) {
        throw new SnapshotError(
          `hold the float32 tensor ${2 * l}.${kind} of ${length} numbers`,
          tensor?.length ?? "missing",
        );
      }
      block.set(tensor, offset);
      offset += length;
    }
  }
  return withParameters(empty, immutable(block));
}

/** Plain data whose float32 arrays are immutable where the runtime has that. */
function freeze(value: unknown): unknown {
  if (value instanceof Float32Array) return immutable(value as Float32Array<ArrayBuffer>);
  if (Array.isArray(value)) return value.map(freeze);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, freeze(item)]));
}
