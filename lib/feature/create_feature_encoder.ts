import { describeColumns, describeSchema } from "./describe_columns.ts";
import { encoderFault } from "./encoder_fault.ts";
import { type FeatureEncoderOptions, planEncoder } from "./encoder_options.ts";
import type { FeatureEncoder, FeatureEncoderState } from "./feature_encoder.ts";
import { grownLayout } from "./grown_layout.ts";
import { initialLayout } from "./join_fields.ts";
import { type Layout, layoutForm } from "./layout.ts";
import { indexLayout, type LayoutIndex } from "./layout_index.ts";
import { limitedRow } from "./limited_row.ts";
import { prepareColumns } from "./prepare_columns.ts";
import { readColumns, readScaled } from "./read_columns.ts";
import { readRecord } from "./read_record.ts";
import { requireOptions } from "./require_options.ts";
import { learnRow } from "./scaled_columns.ts";

/** Statistics take a standardized number to be no further away than so many times what it is clipped at. */
const FURTHEST = 4;

/**
 * Creates a feature encoder.
 *
 * With a schema, its fields have their columns from the start on, as far as they are known. Without one, or where it is open,
 * fields join when they first have a value, which gives them their type: a number is numeric, true and false boolean, a Date or
 * an ISO 8601 text a timestamp, an array a vector; a text of at least 32 characters and 5 words is text, and any other names a
 * category, even if it is a number. Features that are an array are one vector field without a name.
 *
 * New columns are only ever added at the end. A type stays: a value that a field cannot read, such as a word where there were
 * numbers, is an error that names the field, and nothing is learned of the sample. Numeric fields also read numbers in texts,
 * categorical ones the text of anything. null, undefined, NaN and (but for text) `""` are missing, and so is a field that a
 * record does not have; from the first missing value on a column tells of it.
 *
 * Every size has a bound, and what goes beyond one is no error: categories share hash buckets, and fields are ignored.
 *
 * @param options The schema and the bounds; also the spec of an encoder.
 * @returns The encoder.
 * @throws {RangeError} If an option is unknown or out of its range.
 * @throws {TypeError} If something is not an object or a list where it must be one.
 *
 * @example Without a schema
 * ```ts
 * import { createFeatureEncoder } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const encoder = createFeatureEncoder();
 * const records = [{ age: 20, city: "Paris" }, { age: 40, city: "Rome" }, { city: "Rome" }];
 * const state = records.reduce(encoder.update, encoder.init());
 * assertEquals(encoder.columns(state).map(({ name }) => name), ["age", "city=Paris", "city=Rome", "age missing"]);
 *
 * const raw = encoder.read(state, { age: 50, city: "Rome" });
 * assertEquals([...encoder.prepare(state, raw) as Float32Array], [2, 0, 1, 0]); // the mean age is 30, the deviation 10
 * ```
 *
 * @example With a schema
 * ```ts
 * import { createFeatureEncoder } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const encoder = createFeatureEncoder({
 *   schema: {
 *     fields: [
 *       { name: "size", type: "categorical", categories: ["S", "M", "L"] },
 *       { name: "price", type: "numeric", scaler: "minMax", impute: "previous", indicator: false },
 *     ],
 *   },
 * });
 * const state = [{ size: "S", price: 5 }, { size: "L", price: "10" }].reduce(encoder.update, encoder.init());
 * const raw = encoder.read(state, { size: "M", price: null, color: "red" });
 * assertEquals([...encoder.prepare(state, raw) as Float32Array], [0, 1, 0, 1]);
 * ```
 */
export function createFeatureEncoder(options: FeatureEncoderOptions = {}): FeatureEncoder<FeatureEncoderState> {
  requireOptions(options);
  const { schema, maxCategories, maxFields, maxWidth, clip } = options;
  const given = Object.entries({ schema, maxCategories, maxFields, maxWidth, clip }).filter(([, value]) =>
    value !== undefined
  );
  const plan = planEncoder(options);
  const indexes = new WeakMap<Layout, LayoutIndex>();
  let latest = indexLayout({ names: [], types: [], categories: [], blocks: new Int32Array() }, plan);
  const first = initialLayout(latest);
  const indexOf = (layout: Layout): LayoutIndex => {
    if (latest.layout === layout) return latest;
    let index = indexes.get(layout);
    if (index === undefined) indexes.set(layout, index = indexLayout(layout, plan));
    return latest = index;
  };
  // To make an array takes longer than to learn a row, so that one serves for all rows.
  let row = new Float64Array();
  const makeRow = (length: number) => row.length === length ? row : row = new Float64Array(length);
  return {
    spec: { name: "featureEncoder", ...Object.fromEntries(given) },
    form: { layout: layoutForm, statistics: "float64", previous: "float64" },
    init: () => {
      const { scaling, scaledAt } = indexOf(first);
      const none = new Float64Array();
      const statistics = learnRow(none, scaling, new Float64Array(scaledAt.length).fill(NaN));
      return { layout: first, statistics, previous: none };
    },
    update(state, features) {
      const before = indexOf(state.layout);
      const record = readRecord(before, features);
      const layout = grownLayout(before, record);
      const index = indexOf(layout);
      const numbers = readScaled(index, record, makeRow);
      const row = limitedRow(state.statistics, index.scaling, { row: numbers, most: FURTHEST * plan.clip });
      const statistics = learnRow(state.statistics, index.scaling, row);
      return { layout, statistics, previous: index.isFilled ? latestOf(numbers, state.previous) : state.previous };
    },
    width: ({ layout }) => indexOf(layout).width,
    read({ layout, previous }, features) {
      const index = indexOf(layout);
      return readColumns(index, readRecord(index, features), previous);
    },
    prepare: ({ layout, statistics }, raw) => prepareColumns(indexOf(layout), statistics, raw),
    columns: ({ layout }) => describeColumns(indexOf(layout)),
    schema: ({ layout }) => describeSchema(indexOf(layout)),
    fault: (state) => encoderFault(state, plan),
  };
}

/** The numbers, and where one is missing the one before. */
function latestOf(numbers: Float64Array, previous: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(numbers, (x, k) => x === x || k >= previous.length ? x : previous[k]);
}
