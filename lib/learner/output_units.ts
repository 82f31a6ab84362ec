import type { Learner } from "./learner.ts";

/**
 * How many outputs a learner has before its first sample.
 *
 * @param learner The learner.
 * @returns The units of the last layer of its network.
 */
export function outputUnits(learner: Learner): number {
  const { layers } = learner.init().network;
  return layers[layers.length - 1].units;
}
