import type { FieldPlan } from "./encoder_options.ts";
import type { VectorField } from "./field.ts";
import { bucketsIn, grown, type Growth, growthOf, LONGEST } from "./growth.ts";
import { guessType, isArray, isMissing } from "./guess_type.ts";
import type { Block, Layout } from "./layout.ts";
import { type LayoutIndex, pathOf } from "./layout_index.ts";
import { readText } from "./read_value.ts";
import { SampleError } from "./sample_error.ts";
import { isCyclic, TIME_PARTS } from "./time_part.ts";

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
 * The layout with the fields of a record that were not there before, and with their first columns.
 *
 * @param index The layout so far.
 * @param record The record.
 * @returns The layout; the same object if there are none.
 * @throws {SampleError} If a value has no type, or features are an array that is too long.
 */
export function joinFields(index: LayoutIndex, record: Readonly<Record<string, unknown>>): Layout {
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
