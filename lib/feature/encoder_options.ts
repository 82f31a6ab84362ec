import type {
  CategoricalField,
  FeatureSchema,
  Field,
  FieldType,
  Impute,
  TimePart,
  TimestampField,
  VectorField,
} from "./field.ts";
import type { ScalerName } from "./scaled_columns.ts";

/** Settings of `createFeatureEncoder`. All have a default. */
export interface FeatureEncoderOptions {
  /**
   * The fields. Without it they are learned from the records: an open schema without fields.
   *
   * @default {{ fields: [], open: true }}
   */
  readonly schema?: FeatureSchema;
  /**
   * A categorical field has at most so many columns for categories of their own; later ones share hash buckets.
   *
   * @default {100}
   */
  readonly maxCategories?: number;
  /**
   * There are at most so many fields; later ones are ignored.
   *
   * @default {256}
   */
  readonly maxFields?: number;
  /**
   * There are at most so many columns; what would take more is ignored.
   *
   * @default {16384}
   */
  readonly maxWidth?: number;
  /**
   * Scaled numbers go no further from 0 than this, so that no outlier does much harm; standardized ones want some 5. Means and
   * deviations take a number to be no further away than four times this, so that one outlier does not spoil them. By default
   * nothing is clipped but what float32 does not have.
   */
  readonly clip?: number;
}

/** The greatest number of float32. */
const GREATEST = 3.4028234663852886e38;

/** All that is needed to know of a field, whatever its type. */
export interface FieldPlan {
  /** What was given, or the type of the first value. */
  readonly field: Field;
  /** How its numbers are scaled. */
  readonly scaler: ScalerName;
  /** What stands for a missing number. */
  readonly impute: Impute;
  /** Whether a column tells of missing values; undefined for once there is one. */
  readonly indicator: boolean | undefined;
  /** At most so many categories. */
  readonly maxCategories: number;
  /** There are 2 to this power buckets. */
  readonly hashBits: number;
  /** The parts of a time. */
  readonly parts: readonly TimePart[];
  /** How many numbers a sparse vector may hold. */
  readonly limit: number;
}

/** The settings, complete. */
export interface EncoderPlan {
  /** The schema. */
  readonly schema: FeatureSchema;
  /** At most so many fields. */
  readonly maxFields: number;
  /** At most so many columns. */
  readonly maxWidth: number;
  /** Scaled numbers go no further from 0. */
  readonly clip: number;
  /** The plans of the fields of the schema. */
  readonly fields: readonly FieldPlan[];
  /** Plans a field that is not in the schema. */
  plan(name: string, type: FieldType): FieldPlan;
}

const PARTS: readonly TimePart[] = ["hour", "weekday", "day", "month", "trend"];

/**
 * Completes the settings of an encoder, which were checked before.
 *
 * @param options The settings.
 * @returns All of them.
 */
export function planEncoder(options: FeatureEncoderOptions): EncoderPlan {
  const { schema = { fields: [], open: true }, maxCategories = 100, maxFields = 256, maxWidth = 16_384 } = options;
  const { clip = GREATEST } = options;
  const planField = (field: Field) => completed(field, schema, { maxCategories, maxWidth });
  return {
    schema,
    maxFields,
    maxWidth,
    clip,
    fields: schema.fields.map(planField),
    plan: (name, type) => planField({ name, type } as Field),
  };
}

type AnyOptions = Partial<Omit<CategoricalField, "type"> & Omit<TimestampField, "type"> & Omit<VectorField, "type">>;

function completed(
  field: Field,
  schema: FeatureSchema,
  { maxCategories, maxWidth }: { maxCategories: number; maxWidth: number },
): FieldPlan {
  const given = field as AnyOptions;
  const { scaler = "standard", impute = "mean", hashBits = 10 } = schema;
  return {
    field,
    scaler: given.scaler ?? (field.type === "boolean" ? "none" : field.type === "timestamp" ? "standard" : scaler),
    impute: given.impute ?? impute,
    indicator: field.indicator,
    maxCategories: given.maxCategories ?? maxCategories,
    hashBits: given.hashBits ?? hashBits,
    parts: given.parts ?? PARTS,
    limit: given.length ?? maxWidth,
  };
}
