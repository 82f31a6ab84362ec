import type { Spec } from "../plain/mod.ts";
import type { ReplayBuffer, ReplayOptions } from "./replay_buffer.ts";
import { reservoir } from "./reservoir.ts";
import { slidingBuffer } from "./sliding_buffer.ts";

/**
 * A buffer of whose state nothing is known.
 *
 * @typeParam Item What it keeps.
 */
// deno-lint-ignore no-explicit-any
export type AnyReplayBuffer<Item = any> = ReplayBuffer<any, Item>;

const MAKERS: Readonly<Record<string, <Item>(options: ReplayOptions<Item>) => AnyReplayBuffer<Item>>> = {
  reservoir,
  slidingBuffer,
};

/**
 * The buffer that a spec names: what a snapshot or a configuration file holds, made into functions again.
 *
 * @typeParam Item What it keeps.
 * @param spec The name and the options.
 * @param bytesOf The bytes of an item, if the buffer is to have its own way to count them.
 * @returns The buffer.
 * @throws {RangeError} If the name is unknown or an option is out of range.
 * @throws {TypeError} If the spec is not an object.
 *
 * @example Usage
 * ```ts
 * import { createReplayBuffer, reservoir } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const { spec } = reservoir({ capacity: 100, seed: 1 });
 * assertEquals(createReplayBuffer({ name: "reservoir", capacity: 100, seed: 1 }).spec, spec);
 * ```
 */
export function createReplayBuffer<Item = unknown>(
  spec: Spec,
  bytesOf?: (item: Item) => number,
): AnyReplayBuffer<Item> {
  if (typeof spec !== "object" || spec === null) {
    throw new TypeError(`Cannot create replay buffer as spec must be an object with a name: current value is ${spec}`);
  }
  const { name, ...options } = spec;
  if (typeof name !== "string" || !Object.hasOwn(MAKERS, name)) {
    const names = Object.keys(MAKERS).join(", ");
    throw new RangeError(
      `Cannot create replay buffer as name must be one of ${names}: current value is ${JSON.stringify(name)}`,
    );
  }
  return MAKERS[name]({ ...options as unknown as ReplayOptions<Item>, ...(bytesOf === undefined ? {} : { bytesOf }) });
}
