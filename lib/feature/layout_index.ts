import type { EncoderPlan, FieldPlan } from "./encoder_options.ts";
import type { FieldType } from "./field.ts";
import { blocksOf, type Layout } from "./layout.ts";
import { type ScaledColumns, scaledColumns, SCALER_NAMES } from "./scaled_columns.ts";

/** A block of a field, found by what it holds. */
export interface FoundBlock {
  /** Which element, category or part the first column is for. */
  readonly place: number;
  /** The first column. */
  readonly column: number;
  /** How many columns. */
  readonly size: number;
  /** The first of its columns among the scaled ones, or -1 if they are not scaled. */
  readonly scaled: number;
}

/** A field of a layout, and where its columns are. */
export interface FieldIndex {
  /** The name. */
  readonly name: string;
  /** What errors call it. */
  readonly path: string;
  /** The type. */
  readonly type: FieldType;
  /** Its settings. */
  readonly plan: FieldPlan;
  /** Whether all objects inherit something of that name. */
  readonly isInherited: boolean;
  /** Whether it is a vector that is not scaled. */
  readonly isSparse: boolean;
  /** The first of its scaled columns among these, or -1. */
  readonly scaled: number;
  /** Its first column, or -1. */
  readonly column: number;
  /** The column of each category. */
  readonly categories: ReadonlyMap<string, number>;
  /** Hash buckets. */
  readonly buckets: FoundBlock | undefined;
  /** Elements of a vector, or parts of a time. */
  readonly blocks: readonly FoundBlock[];
  /** How many numbers of a vector have columns. */
  readonly length: number;
  /** The column that tells of missing values by the element, -1 for the whole. */
  readonly indicators: ReadonlyMap<number, number>;
}

/** A column that tells of missing values. */
export interface Indicator {
  /** The column. */
  readonly column: number;
  /** The column of what is missing, or -1 where it has none. */
  readonly source: number;
}

/** What can be looked up in a layout. */
export interface LayoutIndex {
  /** The layout. */
  readonly layout: Layout;
  /** The settings of the encoder. */
  readonly plan: EncoderPlan;
  /** How many columns. */
  readonly width: number;
  /** The fields in order. */
  readonly fields: readonly FieldIndex[];
  /** Those that have columns which are not scaled. */
  readonly plainFields: readonly FieldIndex[];
  /** The place of each field by name. */
  readonly places: ReadonlyMap<string, number>;
  /** The columns that are scaled, ascending. */
  readonly scaledAt: Int32Array;
  /** How they are scaled. */
  readonly scaling: ScaledColumns;
  /** The place of each column among the scaled ones, or -1. */
  readonly scaledOf: Int32Array;
  /** Whether every column is scaled. */
  readonly isAllScaled: boolean;
  /** Whether each of the scaled columns takes 0 for a missing number. */
  readonly isZero: Uint8Array;
  /** Whether each takes the number before. */
  readonly isPrevious: Uint8Array;
  /** Whether a missing number is replaced as soon as it is read. */
  readonly isFilled: boolean;
  /** The columns that tell of missing values. */
  readonly indicators: readonly Indicator[];
  /** Whether columns are read without their zeros. */
  readonly isSparse: boolean;
}

/** From so many columns on they are read without zeros, if more than half of them are not scaled. */
const SPARSE_WIDTH = 64;

/**
 * Indexes a layout.
 *
 * @param layout The layout.
 * @param plan The settings of the encoder.
 * @returns What can be looked up.
 */
export function indexLayout(layout: Layout, plan: EncoderPlan): LayoutIndex {
  const blocks = blocksOf(layout);
  const drafts = layout.names.map((name, f) =>
    draftField(name, layout.types[f], plan.fields[f] ?? plan.plan(name, layout.types[f]))
  );
  const scalers: number[] = [];
  const scaledAt: number[] = [];
  const owners: number[] = [];
  let width = 0;
  for (const { field, kind, place, size } of blocks) {
    const draft = drafts[field];
    const isScaled = kind === "number" || kind === "elements" || kind === "moment";
    const found = { place, column: width, size, scaled: isScaled ? scaledAt.length : -1 };
    if (draft.column < 0) draft.column = width;
    if (isScaled && draft.scaled < 0) draft.scaled = found.scaled;
    if (kind === "category") draft.categories.set(layout.categories[field][place], width);
    else if (kind === "missing") draft.indicators.set(place, width);
    else if (kind === "buckets" || kind === "words") draft.buckets = found;
    else draft.blocks.push(found);
    if (kind === "elements" || kind === "sparse") draft.length = place + size;
    if (kind === "sparse") draft.isSparse = true;
    for (let k = 0; isScaled && k < size; k++) {
      scalers.push(SCALER_NAMES.indexOf(draft.plan.scaler));
      scaledAt.push(width + k);
      owners.push(field);
    }
    width += size;
  }
  const scaledOf = new Int32Array(width).fill(-1);
  scaledAt.forEach((column, k) => scaledOf[column] = k);
  const imputed = (impute: string) => Uint8Array.from(owners, (field) => drafts[field].plan.impute === impute ? 1 : 0);
  return {
    layout,
    plan,
    width,
    fields: drafts,
    plainFields: drafts.filter(isPlain),
    places: new Map(layout.names.map((name, f) => [name, f])),
    scaledAt: Int32Array.from(scaledAt),
    scaling: scaledColumns(scalers),
    scaledOf,
    isAllScaled: scaledAt.length === width,
    isZero: imputed("zero"),
    isPrevious: imputed("previous"),
    isFilled: drafts.some((draft) => draft.plan.impute !== "mean"),
    indicators: drafts.flatMap(indicatorsOf).sort((a, b) => a.column - b.column),
    isSparse: width >= SPARSE_WIDTH && 2 * scaledAt.length < width,
  };
}

/**
 * What errors call a field.
 *
 * @param name Its name.
 * @returns The path from the sample.
 */
export function pathOf(name: string): string {
  return name === "" ? "features" : `features.${name}`;
}

type Draft = { -readonly [Key in keyof FieldIndex]: FieldIndex[Key] } & {
  categories: Map<string, number>;
  indicators: Map<number, number>;
  blocks: FoundBlock[];
};

function draftField(name: string, type: FieldType, plan: FieldPlan): Draft {
  return {
    name,
    path: pathOf(name),
    type,
    plan,
    isInherited: name in Object.prototype,
    isSparse: false,
    scaled: -1,
    column: -1,
    categories: new Map(),
    buckets: undefined,
    blocks: [],
    length: 0,
    indicators: new Map(),
  };
}

function isPlain({ indicators, categories, buckets, blocks }: Draft): boolean {
  return indicators.size + categories.size > 0 || buckets !== undefined || blocks.some(({ scaled }) => scaled < 0);
}

function indicatorsOf({ indicators, column, blocks }: Draft): Indicator[] {
  return [...indicators].map(([element, at]) => {
    const source = element < 0 ? column : blocks[0].column + element;
    return { column: at, source: source === at ? -1 : source };
  });
}
