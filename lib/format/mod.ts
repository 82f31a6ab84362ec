/**
 * L5: the snapshot, a safetensors file that holds a learner and all it has learned.
 *
 * @module
 */
export { type DecodedLearner, decodeLearner } from "./decode_learner.ts";
export { encodeLearner } from "./encode_learner.ts";
export { SnapshotError } from "./snapshot_error.ts";
export { decodePlain } from "./decode_plain.ts";
export { encodePlain } from "./encode_plain.ts";
