import { type BlockKind, blocksOf } from "./layout.ts";
import type { FeatureSchema } from "./field.ts";
import type { LayoutIndex } from "./layout_index.ts";
import { TIME_PARTS } from "./time_part.ts";

/** What a column of the network's input stands for. */
export interface ColumnDescription {
  /** A name for people: `age`, `city=Paris`, `note#12` for a bucket, `when hour sin`, `image[3]`, `age missing`. */
  readonly name: string;
  /** The name of the field. */
  readonly field: string;
  /** What it holds. */
  readonly kind: BlockKind;
}

/**
 * Describes the columns of a layout.
 *
 * @param index The layout.
 * @returns A description for each column, in order.
 */
export function describeColumns({ layout, fields }: LayoutIndex): ColumnDescription[] {
  return blocksOf(layout).flatMap(({ field, kind, place, size }) =>
    Array.from({ length: size }, (_, k) => {
      const { name } = fields[field];
      const rest: Record<BlockKind, () => string> = {
        number: () => "",
        elements: () => `[${place + k}]`,
        sparse: () => `[${place + k}]`,
        category: () => `=${layout.categories[field][place]}`,
        buckets: () => `#${k}`,
        words: () => `#${k}`,
        cycle: () => ` ${TIME_PARTS[place]} ${k === 0 ? "sin" : "cos"}`,
        moment: () => ` ${TIME_PARTS[place]}`,
        missing: () => place < 0 ? " missing" : `[${place}] missing`,
      };
      return { name: name + rest[kind](), field: name, kind };
    })
  );
}

/**
 * What is known of the fields so far, as a schema.
 *
 * @param index The layout.
 * @returns The schema: what was given, and the types, categories and lengths that were learned.
 */
export function describeSchema(index: LayoutIndex): FeatureSchema {
  const { layout, fields, plan } = index;
  return {
    ...plan.schema,
    fields: fields.map(({ plan: { field }, length, isSparse }, f) => {
      if (field.type === "categorical") return { ...field, categories: layout.categories[f] };
      if (field.type !== "vector" || length === 0) return field;
      return { ...field, length, ...(isSparse ? { sparse: true } : {}) };
    }),
  };
}
