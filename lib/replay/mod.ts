/**
 * L1: buffers of samples to learn again, bounded in number and in bytes.
 *
 * @module
 */
export type { ReplayBuffer, ReplayOptions } from "./replay_buffer.ts";
export { type AnyReplayBuffer, createReplayBuffer } from "./create_replay_buffer.ts";
export type { Blocks } from "./create_blocks.ts";
export { reservoir, type ReservoirEntry, type ReservoirState } from "./reservoir.ts";
export { slidingBuffer, type SlidingBufferState } from "./sliding_buffer.ts";
