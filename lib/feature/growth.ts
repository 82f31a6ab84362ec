import type { FieldType } from "./field.ts";
import { type Block, type Layout, packedBlocks } from "./layout.ts";
import type { LayoutIndex } from "./layout_index.ts";

/** Names of fields and categories are kept up to so many characters, so that they have a bound as well. */
export const LONGEST = 256;

/** What is added to a layout. */
export interface Growth {
  /** The names of new fields. */
  readonly names: string[];
  /** Their types. */
  readonly types: FieldType[];
  /** New categories by the place of their field. */
  readonly categories: Map<number, string[]>;
  /** New columns. */
  readonly blocks: Block[];
  /** How many more columns there may be. */
  room: number;
}

/**
 * Nothing yet.
 *
 * @param index The layout so far.
 * @returns What will be added to it.
 */
export function growthOf({ plan, width }: LayoutIndex): Growth {
  return { names: [], types: [], categories: new Map(), blocks: [], room: plan.maxWidth - width };
}

/**
 * The layout with what was added.
 *
 * @param layout The layout so far.
 * @param growth What is added.
 * @returns The new layout; the same object if it is nothing.
 */
export function grown(layout: Layout, { names, types, categories, blocks }: Growth): Layout {
  if (names.length + blocks.length === 0) return layout;
  const all = [...layout.names, ...names];
  const packed = packedBlocks(blocks);
  const joined = new Int32Array(layout.blocks.length + packed.length);
  joined.set(layout.blocks);
  joined.set(packed, layout.blocks.length);
  return {
    names: all,
    types: [...layout.types, ...types],
    categories: all.map((_, f) => {
      const [known = [], added] = [layout.categories[f], categories.get(f)];
      return added === undefined ? known : [...known, ...added];
    }),
    blocks: joined,
  };
}

/**
 * How many hash buckets fit.
 *
 * @param room How many columns there may be.
 * @param bits There should be 2 to this power.
 * @returns As many, or the greatest power of 2 that fits; 0 if none does.
 */
export function bucketsIn(room: number, bits: number): number {
  return room < 1 ? 0 : Math.min(2 ** bits, 2 ** (31 - Math.clz32(room)));
}
