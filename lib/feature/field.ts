import type { ScalerName } from "./scaled_columns.ts";

/** What stands for a missing number: the mean so far, the value before, or 0. */
export type Impute = "mean" | "previous" | "zero";

/** A part of a point in time. */
export type TimePart = "hour" | "weekday" | "day" | "month" | "year" | "trend";

/** What all fields have. */
export interface AnyField {
  /** The key in the record. */
  readonly name: string;
  /**
   * Whether a column tells that the value is missing: true from the start on, false never.
   *
   * @default {from the first missing value on}
   */
  readonly indicator?: boolean;
}

/** What fields of numbers have. */
export interface ScaledField extends AnyField {
  /** How the numbers are scaled. */
  readonly scaler?: ScalerName;
  /**
   * What stands for a missing number.
   *
   * @default {"mean"}
   */
  readonly impute?: Impute;
}

/** A number; texts of a decimal number, as CSV has them, count as numbers, true as 1 and false as 0. */
export interface NumericField extends ScaledField {
  /** The type. */
  readonly type: "numeric";
}

/** Yes or no: true, 1 or `"true"`; false, 0 or `"false"`. One column of 1 and 0, by default not scaled. */
export interface BooleanField extends ScaledField {
  /** The type. */
  readonly type: "boolean";
}

/**
 * One of several: a column of 1 and 0 for each category, in the order in which they appeared. A number or a boolean is the
 * category that its text names.
 */
export interface CategoricalField extends AnyField {
  /** The type. */
  readonly type: "categorical";
  /** Categories that have their columns from the start on. */
  readonly categories?: readonly string[];
  /**
   * Categories beyond these many share hash buckets, columns of 1, -1 and 0.
   *
   * @default {that of the encoder}
   */
  readonly maxCategories?: number;
  /**
   * There are 2 to this power buckets; fewer if more do not fit.
   *
   * @default {that of the schema}
   */
  readonly hashBits?: number;
}

/**
 * Words: the runs of letters and digits, in lower case, hashed to buckets as `hashFeatures` does and divided by the length of
 * the vector that they make.
 */
export interface TextField extends AnyField {
  /** The type. */
  readonly type: "text";
  /**
   * There are 2 to this power buckets; fewer if more do not fit.
   *
   * @default {that of the schema}
   */
  readonly hashBits?: number;
}

/**
 * A point in time: a Date, milliseconds since 1970, or an ISO 8601 text, which is in UTC where it names no zone.
 *
 * The parts are in UTC. Hour (with its minutes), weekday, day of the month and month (with its days) each make two columns,
 * the sine and the cosine of the share of the cycle that has passed; the year and the trend, days since 1970, one scaled
 * column each. The middle of the circle stands for a missing time.
 */
export interface TimestampField extends ScaledField {
  /** The type. */
  readonly type: "timestamp";
  /**
   * The parts, in the order of their columns.
   *
   * @default {["hour", "weekday", "day", "month", "trend"]}
   */
  readonly parts?: readonly TimePart[];
}

/** Numbers in a fixed order, each a column; NaN, null and undefined among them are missing. */
export interface VectorField extends ScaledField {
  /** The type. */
  readonly type: "vector";
  /**
   * How many numbers.
   *
   * @default {that of the first vector}
   */
  readonly length?: number;
  /**
   * Whether what is not given is 0, as in `{ indices, values }`. The numbers are not scaled, so that 0 stays 0, and without a
   * length columns come up to the highest index so far, a power of 2 at a time.
   *
   * @default {as the first value}
   */
  readonly sparse?: boolean;
}

/** What a field of a record holds, and how it becomes numbers. */
export type Field = NumericField | CategoricalField | BooleanField | TextField | TimestampField | VectorField;

/** The type of a field. */
export type FieldType = Field["type"];

/**
 * What records hold. Features that are an array are the vector field whose name is empty.
 */
export interface FeatureSchema {
  /** The fields. */
  readonly fields: readonly Field[];
  /**
   * Whether fields that are not listed join when they appear, with the type of their first value; otherwise they are ignored.
   *
   * @default {false}
   */
  readonly open?: boolean;
  /**
   * Hashed fields have 2 to this power buckets, where they do not say otherwise.
   *
   * @default {10}
   */
  readonly hashBits?: number;
  /**
   * How numbers and vectors are scaled, where they do not say otherwise.
   *
   * @default {"standard"}
   */
  readonly scaler?: ScalerName;
  /**
   * What stands for a missing number, where the field does not say otherwise.
   *
   * @default {"mean"}
   */
  readonly impute?: Impute;
}
