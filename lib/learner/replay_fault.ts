import type { ReplayBuffer } from "../replay/mod.ts";
import { type ReplayItem, replayItemBytes } from "./replay_item.ts";

/** How large the samples of a memory may be. */
export interface ReplayBounds {
  /** How many columns the features have. */
  readonly width: number;
  /** How many outputs there are. */
  readonly units: number;
}

/** The state of a sliding buffer of samples. */
interface Replay {
  readonly blocks: readonly (readonly ReplayItem[])[];
  readonly bytes: number;
}

/**
 * What is wrong with a memory of samples, if anything is: a sample of columns or outputs that there are not, blocks in which
 * the buffer would not find them, or bytes that are not theirs.
 *
 * @param buffer The buffer.
 * @param replay Its state, which has the form of one.
 * @param bounds How many columns and outputs there are now; older samples may have fewer.
 * @returns What is wrong; undefined if nothing is.
 */
export function replayFault(
  buffer: ReplayBuffer<unknown, ReplayItem>,
  replay: unknown,
  { width, units }: ReplayBounds,
): string | undefined {
  const { blocks, bytes } = replay as Replay;
  let [count, sum] = [0, 0];
  for (const [b, block] of blocks.entries()) {
    count += block.length;
    const isFound = block.length > 0 && buffer.size({ ...replay as Replay, blocks: blocks.slice(0, b + 1) }) === count;
    if (!isFound) return "state.replay must hold its samples in full blocks";
    for (const item of block) {
      if (!isWithin(item, { width, units })) {
        return `state.replay must hold samples of ${width} columns and ${units} outputs`;
      }
      sum += replayItemBytes(item);
    }
  }
  return sum === bytes ? undefined : `state.replay.bytes must be ${sum}`;
}

function isWithin({ input, earlier, target, weight }: ReplayItem, { width, units }: ReplayBounds): boolean {
  if (target.length > units || earlier.some(({ length }) => length > units)) return false;
  if (!(weight > 0 && weight < Infinity)) return false;
  if (!("indices" in input)) return input.length <= width;
  const { indices, values } = input;
  if (indices.length !== values.length) return false;
  for (let i = 0; i < indices.length; i++) {
    if (indices[i] >= width || i > 0 && indices[i] <= indices[i - 1]) return false;
  }
  return true;
}
