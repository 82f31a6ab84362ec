import { encodeLearner, type Learner, type Sample } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import type { Acknowledged } from "./load.ts";

/**
 * Checks that a server has learned each sample that it has answered for once, and nothing else: the places that it has given
 * them follow one upon the other, and learning them in that order gives its snapshot, byte for byte.
 *
 * @returns How many samples there were.
 */
export function compare(learner: Learner, acknowledged: readonly Acknowledged[], snapshot: Uint8Array): number {
  const samples: Sample[] = [];
  for (const { before, samples: some } of acknowledged.toSorted((a, b) => a.before - b.before)) {
    assertEquals(before, samples.length, "a sample was lost, or learned twice");
    samples.push(...some);
  }
  const { state } = learner.learnMany(learner.init(), samples);
  assertEquals(snapshot, encodeLearner(learner, state));
  return samples.length;
}
