import type { Form } from "../plain/mod.ts";
import type { FieldType } from "./field.ts";

/**
 * What a block of columns holds. The place of a name is its number in a layout.
 *
 * - `number`: the value of a numeric or boolean field
 * - `elements`: elements of a vector, from one on
 * - `sparse`: elements of a sparse vector, from one on
 * - `category`: 1 where the value is one category
 * - `buckets`: hashed categories
 * - `words`: hashed words
 * - `cycle`: sine and cosine of a part of a time
 * - `moment`: a part of a time that does not repeat
 * - `missing`: 1 where the value, or an element of it, is missing
 */
export const BLOCK_KINDS = [
  "number",
  "elements",
  "sparse",
  "category",
  "buckets",
  "words",
  "cycle",
  "moment",
  "missing",
] as const;

/** What a block of columns holds. */
export type BlockKind = typeof BLOCK_KINDS[number];

/** Neighboring columns of one field. */
export interface Block {
  /** The place of the field. */
  readonly field: number;
  /** What the columns hold. */
  readonly kind: BlockKind;
  /** Which element, category or part the first column is for; of `missing`, the element, or -1 for the whole value. */
  readonly place: number;
  /** How many columns. */
  readonly size: number;
}

/** The fields and their columns, in the order in which they came; what comes later is only ever added at the end. */
export interface Layout {
  /** The names of the fields. */
  readonly names: readonly string[];
  /** Their types. */
  readonly types: readonly FieldType[];
  /** The categories of each field in order. */
  readonly categories: readonly (readonly string[])[];
  /** Four numbers a block of columns: the field, the kind, the place and the size. */
  readonly blocks: Int32Array;
}

/** What layouts look like. */
export const layoutForm: Form = {
  names: ["list", "text"],
  types: ["list", "text"],
  categories: ["list", ["list", "text"]],
  blocks: "int32",
};

/**
 * The blocks of a layout.
 *
 * @param layout The layout.
 * @returns The blocks in the order of their columns.
 */
export function blocksOf({ blocks }: Layout): Block[] {
  return Array.from({ length: blocks.length / 4 }, (_, i) => {
    const [field, kind, place, size] = blocks.subarray(4 * i, 4 * i + 4);
    return { field, kind: BLOCK_KINDS[kind], place, size };
  });
}

/**
 * Blocks as a layout holds them.
 *
 * @param blocks The blocks.
 * @returns Four numbers a block.
 */
export function packedBlocks(blocks: readonly Block[]): Int32Array<ArrayBuffer> {
  return Int32Array.from(
    blocks.flatMap(({ field, kind, place, size }) => [field, BLOCK_KINDS.indexOf(kind), place, size]),
  );
}
