import type { VectorField } from "./field.ts";
import { bucketsIn, grown, type Growth, growthOf, LONGEST } from "./growth.ts";
import { isArray, isMissing, isSparse } from "./guess_type.ts";
import { joinFields } from "./join_fields.ts";
import type { Layout } from "./layout.ts";
import { type FieldIndex, indexLayout, type LayoutIndex } from "./layout_index.ts";
import { valueOf } from "./read_record.ts";
import { readNumber, readText } from "./read_value.ts";
import { readSparseVector } from "./read_vector.ts";
import { SampleError } from "./sample_error.ts";

type Row = Readonly<Record<string, unknown>>;

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
    const x: unknown = value[k];
    if ((x !== x || x === null || x === undefined) && !field.indicators.has(k)) addMissing(growth, f, k);
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
