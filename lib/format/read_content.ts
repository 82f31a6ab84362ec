import type { LearnerDescription } from "../learner/mod.ts";
import type { NetworkShape } from "../network/mod.ts";
import { SNAPSHOT_VERSION } from "./encode_learner.ts";
import { SnapshotError } from "./snapshot_error.ts";

/** What a snapshot holds besides its tensors. */
export interface Content {
  /** The learner as plain data. */
  readonly learner: LearnerDescription;
  /** Sizes, activations and cost of the network. */
  readonly network: NetworkShape;
  /** The rest of the state, as JSON has it. */
  readonly state: unknown;
}

/**
 * Reads the entry `backstream` of the metadata, as far as to its three objects.
 *
 * @param metadata The entries of `__metadata__`.
 * @returns The content; what the three objects hold is not checked.
 * @throws {SnapshotError} If the entry is missing or of another version, or one of the objects is missing.
 */
export function readContent(metadata: Readonly<Record<string, unknown>>): Content {
  const { backstream } = metadata;
  if (typeof backstream !== "string") {
    const keys = Object.keys(metadata).join(", ");
    throw new SnapshotError("hold the text backstream in its __metadata__, as encodeLearner writes it", keys || "none");
  }
  const content = parse(backstream);
  if (!isObject(content)) throw new SnapshotError("hold a JSON object in the entry backstream", content);
  const { version, learner, network, state } = content;
  if (version !== 1 && version !== SNAPSHOT_VERSION) {
    throw new SnapshotError(`be of version 1 to ${SNAPSHOT_VERSION}`, version);
  }
  for (const [field, value] of Object.entries({ learner, network, state })) {
    if (!isObject(value)) throw new SnapshotError(`hold an object as ${field} in the entry backstream`, value);
  }
  return { learner, network, state } as Content;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SnapshotError("hold JSON in the entry backstream", JSON.stringify(text.slice(0, 40)));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
