import type { FieldPlan } from "./encoder_options.ts";
import type { FieldType, VectorField } from "./field.ts";
import { guessType, isArray, isMissing, isSparse } from "./guess_type.ts";
import { type Block, type Layout, packedBlocks } from "./layout.ts";
import { type FieldIndex, indexLayout, type LayoutIndex, pathOf } from "./layout_index.ts";
import { valueOf } from "./read_record.ts";
import { readNumber, readText } from "./read_value.ts";
import { readSparseVector } from "./read_vector.ts";
import { SampleError } from "./sample_error.ts";
import { isCyclic, TIME_PARTS } from "./time_part.ts";

type Row = Readonly<Record<string, unknown>>;

/** Names of fields and categories are kept up to so many characters, so that they have a bound as well. */
const LONGEST = 256;

/** What is added to a layout. */
interface Growth {
  readonly names: string[];
  readonly types: FieldType[];
  readonly categories: Map<number, string[]>;
  readonly blocks: Block[];
  room: number;
}

/**
 * The layout before the first record: the columns of the fields of the schema that are known without a value.
 *
 * @param index The empty layout, and the schema.
 * @returns The layout.
 * @throws {RangeError} If it has more columns than there may be.
 */
export function initialLayout(index: LayoutIndex): Layout {
  const growth = growthOf(index);
  for (const plan of index.plan.fields) {
    if (join(index, growth, { plan, value: undefined })) continue;
    throw new RangeError(
      `Cannot create feature encoder as its fields must have at most ${index.plan.maxWidth} columns: current value is more`,
    );
  }
  return grown(index.layout, growth);
}

/**
 * The layout that has a place for all that a record holds, as far as the bounds permit.
 *
 * @param index The layout so far.
 * @param record The record.
 * @returns The layout; the same object if nothing is new.
 * @throws {SampleError} If a value cannot be used.
 */
export function grownLayout(index: LayoutIndex, record: Row): Layout {
  const joined = index.plan.schema.open === true ? joinFields(index, record) : index.layout;
  return growFields(joined === index.layout ? index : indexLayout(joined, index.plan), record);
}

function joinFields(index: LayoutIndex, record: Row): Layout {
  let growth: Growth | undefined;
  for (const name of Object.keys(record)) {
    if (index.places.has(name)) continue;
    const value = record[name];
    const path = pathOf(name);
    if (isMissing(value) || name.length > LONGEST) continue;
    const type = guessType(value, path);
    growth ??= growthOf(index);
    if (index.fields.length + growth.names.length >= index.plan.maxFields) break;
    if (join(index, growth, { plan: index.plan.plan(name, type), value }) || name !== "") continue;
    throw new SampleError({ field: path, rule: `hold at most ${growth.room} numbers`, value });
  }
  return growth === undefined ? index.layout : grown(index.layout, growth);
}

/** Adds a field with its first columns; tells whether there is room for it. */
function join({ fields }: LayoutIndex, growth: Growth, { plan, value }: { plan: FieldPlan; value: unknown }): boolean {
  const field = fields.length + growth.names.length;
  const { name, type } = plan.field;
  const blocks: Block[] = [];
  const categories: string[] = [];
  if (type === "numeric" || type === "boolean") blocks.push({ field, kind: "number", place: 0, size: 1 });
  if (type === "timestamp") blocks.push(...plan.parts.map((part) => timeBlock(field, part)));
  if (type === "text") blocks.push({ field, kind: "words", place: 0, size: bucketsIn(growth.room, plan.hashBits) });
  if (type === "categorical") {
    const first = value === undefined ? [] : [readText(value, pathOf(name))];
    categories.push(...(plan.field as { categories?: readonly string[] }).categories ?? first);
    if (first.some((text) => text.length > LONGEST)) categories.length = 0;
    blocks.push(...categories.map((_, place): Block => ({ field, kind: "category", place, size: 1 })));
  }
  if (type === "vector") blocks.push(...vectorBlocks(field, plan.field as VectorField, value));
  if (plan.indicator === true) blocks.push({ field, kind: "missing", place: -1, size: 1 });
  const size = blocks.reduce((sum, block) => sum + block.size, 0);
  if (size > growth.room || type === "text" && blocks[0].size === 0) return false;
  growth.names.push(name);
  growth.types.push(type);
  if (categories.length > 0) growth.categories.set(field, categories);
  growth.blocks.push(...blocks);
  growth.room -= size;
  return true;
}

function timeBlock(field: number, part: typeof TIME_PARTS[number]): Block {
  const place = TIME_PARTS.indexOf(part);
  return isCyclic(part) ? { field, kind: "cycle", place, size: 2 } : { field, kind: "moment", place, size: 1 };
}

function vectorBlocks(field: number, { length, sparse = false }: VectorField, value: unknown): Block[] {
  const size = length ?? (isArray(value) && !sparse ? value.length : 0);
  return size > 0 ? [{ field, kind: sparse ? "sparse" : "elements", place: 0, size }] : [];
}

/** The most buckets that fit, a power of 2. */
function bucketsIn(room: number, bits: number): number {
  return room < 1 ? 0 : Math.min(2 ** bits, 2 ** (31 - Math.clz32(room)));
}

/** Adds what the values of known fields need; those that a later step would not read are checked here. */
function growFields(index: LayoutIndex, record: Row): Layout {
  let growth: Growth | undefined;
  const { fields } = index;
  for (let f = 0; f < fields.length; f++) {
    const field = fields[f];
    const value = valueOf(field, record);
    if (isMissing(value)) {
      if (field.plan.indicator === undefined && !field.indicators.has(-1) && !(field.type === "text" && value === "")) {
        growth ??= growthOf(index);
        addMissing(growth, f, -1);
      }
    } else if (field.type === "categorical") {
      const text = readText(value, field.path);
      if (!field.categories.has(text)) addCategory(growth ??= growthOf(index), f, { field, text });
    } else if (field.type === "vector") {
      growVector(growth ??= growthOf(index), f, { field, value });
    } else if (field.type === "text") {
      readText(value, field.path);
    } else if (field.type === "timestamp") {
      readNumber("timestamp", value, field.path);
    }
  }
  return growth === undefined ? index.layout : grown(index.layout, growth);
}

function addMissing(growth: Growth, field: number, place: number): void {
  if (growth.room < 1) return;
  growth.blocks.push({ field, kind: "missing", place, size: 1 });
  growth.room--;
}

function addCategory(growth: Growth, f: number, { field, text }: { field: FieldIndex; text: string }): void {
  const { maxCategories, hashBits } = field.plan;
  const place = field.categories.size;
  if (place < maxCategories && text.length <= LONGEST && growth.room > 0) {
    growth.categories.set(f, [text]);
    growth.blocks.push({ field: f, kind: "category", place, size: 1 });
    growth.room--;
  } else if (field.buckets === undefined && growth.room > 0) {
    const size = bucketsIn(growth.room, hashBits);
    growth.blocks.push({ field: f, kind: "buckets", place: 0, size });
    growth.room -= size;
  }
}

function growVector(growth: Growth, f: number, { field, value }: { field: FieldIndex; value: unknown }): void {
  const { sparse = field.isSparse || field.length === 0 && isSparse(value) } = field.plan.field as VectorField;
  if (sparse) return growSparse(growth, f, { field, value });
  if (field.length === 0) return growFirst(growth, f, { field, value });
  if (field.plan.indicator !== undefined || !isArray(value)) return;
  for (let k = 0; k < value.length && k < field.length; k++) {
    if (isMissing(value[k]) && !field.indicators.has(k)) addMissing(growth, f, k);
  }
}

/** The first vector of a field of the schema that has no length. */
function growFirst(growth: Growth, f: number, { field, value }: { field: FieldIndex; value: unknown }): void {
  if (!isArray(value) || value.length > growth.room) {
    const rule = isArray(value) ? `hold at most ${growth.room} numbers` : "be an array of numbers";
    throw new SampleError({ field: field.path, rule, value });
  }
  if (value.length === 0) return;
  growth.blocks.push({ field: f, kind: "elements", place: 0, size: value.length });
  growth.room -= value.length;
  growVector(growth, f, { field: { ...field, length: value.length }, value });
}

function growSparse(growth: Growth, f: number, { field, value }: { field: FieldIndex; value: unknown }): void {
  const { indices } = readSparseVector(field, value, field.plan.limit);
  const highest = indices.length === 0 ? 0 : indices[indices.length - 1];
  if (highest < field.length) return;
  const size = Math.min(2 ** (32 - Math.clz32(highest)) - field.length, growth.room);
  if (size > 0) growth.blocks.push({ field: f, kind: "sparse", place: field.length, size });
  growth.room -= size;
}

function growthOf({ plan, width }: LayoutIndex): Growth {
  return { names: [], types: [], categories: new Map(), blocks: [], room: plan.maxWidth - width };
}

function grown(layout: Layout, { names, types, categories, blocks }: Growth): Layout {
  if (names.length + blocks.length === 0) return layout;
  const all = [...layout.names, ...names];
  const packed = packedBlocks(blocks);
  const joined = new Int32Array(layout.blocks.length + packed.length);
  joined.set(layout.blocks);
  joined.set(packed, layout.blocks.length);
  return {
    names: all,
    types: [...layout.types, ...types],
    categories: all.map((_, f) => [...layout.categories[f] ?? [], ...categories.get(f) ?? []]),
    blocks: joined,
  };
}
