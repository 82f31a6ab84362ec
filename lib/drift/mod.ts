/**
 * L1: detectors of drift, each a triple of pure functions.
 *
 * @module
 */
export {};
