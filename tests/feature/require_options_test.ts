import { createFeatureEncoder, type FeatureEncoderOptions } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireOptions } from "../../lib/feature/require_options.ts";

const field = (options: object) => ({ schema: { fields: [{ name: "a", type: "numeric", ...options }] } });

Deno.test("requireOptions() takes every option of every type of field, and the spec of an encoder", () => {
  const options: FeatureEncoderOptions = {
    schema: {
      fields: [
        { name: "a", type: "numeric", scaler: "robust", impute: "zero", indicator: true },
        { name: "b", type: "boolean", scaler: "standard", impute: "previous", indicator: false },
        { name: "c", type: "categorical", categories: ["x", ""], maxCategories: 5, hashBits: 0 },
        { name: "d", type: "text", hashBits: 12 },
        { name: "e", type: "timestamp", parts: ["year"], scaler: "none" },
        { name: "", type: "vector", length: 3, sparse: false },
      ],
      open: false,
      hashBits: 4,
      scaler: "minMax",
      impute: "mean",
    },
    maxCategories: 5,
    maxFields: 6,
    maxWidth: 5000,
  };
  requireOptions(options);
  const { spec } = createFeatureEncoder(options);
  assertEquals(createFeatureEncoder(JSON.parse(JSON.stringify(spec))).spec, spec);
  assertEquals(spec, { name: "featureEncoder", ...options });
});

Deno.test("requireOptions() throws if something is not an object or a list", () => {
  const refused: [unknown, string][] = [
    [null, "options must be an object: current value is null"],
    [{ schema: null }, "schema must be an object: current value is null"],
    [{ schema: {} }, "schema.fields must be a list: current value is undefined"],
    [{ schema: { fields: [5] } }, "schema.fields[0] must be an object: current value is 5"],
  ];
  for (const [options, message] of refused) {
    const error = assertThrows(() => requireOptions(options as FeatureEncoderOptions), TypeError);
    assertEquals(error.message, `Cannot create feature encoder as ${message}`);
  }
});

Deno.test("requireOptions() throws if an option is unknown or out of its range", () => {
  const refused: [unknown, string][] = [
    [{ maxWidth: 0 }, "maxWidth must be a whole number above 0: current value is 0"],
    [{ maxFields: 1.5 }, "maxFields must be a whole number above 0: current value is 1.5"],
    [
      { width: 3 },
      "width must be left out, as it has schema, maxCategories, maxFields, maxWidth, clip, name: current value is 3",
    ],
    [{ schema: { fields: [], open: 1 } }, "schema.open must be true or false: current value is 1"],
    [
      { schema: { fields: [], hashBits: 25 } },
      "schema.hashBits must be a whole number from 0 to 24: current value is 25",
    ],
    [
      field({ type: "number" }),
      'schema.fields[0].type must be one of numeric, boolean, categorical, text, timestamp, vector: current value is "number"',
    ],
    [
      field({ type: "constructor" }),
      'schema.fields[0].type must be one of numeric, boolean, categorical, text, timestamp, vector: current value is "constructor"',
    ],
    [field({ name: 5 }), "schema.fields[0].name must be a text: current value is 5"],
    [field({ name: undefined }), "schema.fields[0].name must be a text: current value is undefined"],
    [
      field({ scaler: "max" }),
      'schema.fields[0].scaler must be one of none, standard, minMax, robust: current value is "max"',
    ],
    [
      field({ impute: "median" }),
      'schema.fields[0].impute must be one of mean, previous, zero: current value is "median"',
    ],
    [
      field({ parts: [] }),
      "schema.fields[0].parts must be left out, as it has name, indicator, scaler, impute: current value is []",
    ],
    [
      field({ type: "timestamp", parts: [] }),
      "schema.fields[0].parts must be a list of hour, weekday, day, month, year, trend: current value is []",
    ],
    [
      field({ type: "categorical", categories: ["a", "a"] }),
      'schema.fields[0].categories must be a list of different texts: current value is ["a","a"]',
    ],
    [
      { maxFields: 1, schema: { fields: ["a", "b"].map((name) => ({ name, type: "text" })) } },
      "schema.fields must be at most 1 fields: current value is 2",
    ],
    [
      { schema: { fields: ["a", "a"].map((name) => ({ name, type: "text" })) } },
      'the name of each field must be given once only: current value is "a"',
    ],
  ];
  for (const [options, message] of refused) {
    const error = assertThrows(() => requireOptions(options as FeatureEncoderOptions), RangeError);
    assertEquals(error.message, `Cannot create feature encoder as ${message}`);
  }
});

Deno.test("requireOptions() leaves it to the encoder to say that fields have too many columns", () => {
  const options: FeatureEncoderOptions = { schema: { fields: [{ name: "", type: "vector", length: 9 }] }, maxWidth: 8 };
  requireOptions(options);
  assertThrows(
    () => createFeatureEncoder(options),
    RangeError,
    "Cannot create feature encoder as its fields must have at most 8 columns: current value is more",
  );
});
