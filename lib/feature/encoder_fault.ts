import type { EncoderPlan } from "./encoder_options.ts";
import type { FeatureEncoderState } from "./feature_encoder.ts";
import { type Block, BLOCK_KINDS, type BlockKind, blocksOf, type Layout } from "./layout.ts";
import { indexLayout } from "./layout_index.ts";
import type { FieldType } from "./field.ts";

/** The blocks that fields of each type have, beside the one that tells of missing values. */
const KINDS: Readonly<Record<FieldType, readonly BlockKind[]>> = {
  numeric: ["number"],
  boolean: ["number"],
  categorical: ["category", "buckets"],
  text: ["words"],
  timestamp: ["cycle", "moment"],
  vector: ["elements", "sparse"],
};

/**
 * What is wrong with plain data that should be a state of an encoder, if anything is. No column is made before all are known
 * to be within the bounds of the encoder.
 *
 * @param state The data, which has the form of a state.
 * @param plan The settings of the encoder.
 * @returns What is wrong first; undefined if nothing is.
 */
export function encoderFault(state: FeatureEncoderState, plan: EncoderPlan): string | undefined {
  const { layout, statistics, previous } = state;
  const fault = fieldsFault(layout, plan) ?? blocksFault(layout, plan);
  if (fault !== undefined) return `features must have ${fault}`;
  const { scaling, scaledAt, isFilled } = indexLayout(layout, plan);
  if (statistics.length !== scaling.size) return `features.statistics must hold ${scaling.size} numbers`;
  const latest = isFilled ? [0, scaledAt.length] : [0];
  return latest.includes(previous.length) || isFilled && previous.length < scaledAt.length
    ? undefined
    : `features.previous must hold ${latest[latest.length - 1]} numbers at most`;
}

function fieldsFault({ names, types, categories }: Layout, { maxFields, fields }: EncoderPlan): string | undefined {
  if (types.length !== names.length || categories.length !== names.length) {
    return "a type and categories for each field";
  }
  if (names.length > Math.max(maxFields, fields.length)) return `${maxFields} fields at most`;
  if (new Set(names).size !== names.length) return "fields of different names";
  if (categories.some((list) => new Set(list).size !== list.length)) return "categories that differ";
  if (types.some((type) => !Object.hasOwn(KINDS, type))) return `fields of the types ${Object.keys(KINDS).join(", ")}`;
  const isGiven = fields.every(({ field: { name, type } }, f) => names[f] === name && types[f] === type);
  return isGiven ? undefined : "the fields of the schema first";
}

function blocksFault(layout: Layout, { maxWidth }: EncoderPlan): string | undefined {
  const { blocks, types, categories } = layout;
  if (blocks.length % 4 !== 0) return "four numbers a block of columns";
  const all = blocksOf(layout);
  let width = 0;
  for (const block of all) {
    if (!isBlock(block, layout)) return `blocks of columns that fit their fields`;
    width += block.size;
    if (width > maxWidth) return `${maxWidth} columns at most`;
  }
  const known = types.map(() => 0);
  for (const { kind, field, place } of all) if (kind === "category" && place === known[field]) known[field]++;
  return known.every((count, f) => count === categories[f].length) ? undefined : "a column for each category";
}

function isBlock({ field, kind, place, size }: Block, { types, categories }: Layout): boolean {
  if (!(field >= 0 && field < types.length && BLOCK_KINDS.includes(kind) && size >= 1)) return false;
  if (kind === "missing") return size === 1 && place >= -1;
  if (!KINDS[types[field]].includes(kind) || place < 0) return false;
  return kind !== "category" || size === 1 && place < categories[field].length;
}
