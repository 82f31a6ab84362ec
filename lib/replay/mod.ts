/**
 * L1: buffers of samples that are learned again.
 *
 * @module
 */
export {};
