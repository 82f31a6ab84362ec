import { assertEquals } from "@std/assert";
import { planEncoder } from "../../lib/feature/encoder_options.ts";

Deno.test("planEncoder() completes what is not given", () => {
  const { schema, maxFields, maxWidth, fields, plan } = planEncoder({});
  assertEquals({ schema, maxFields, maxWidth, fields }, {
    schema: { fields: [], open: true },
    maxFields: 256,
    maxWidth: 16_384,
    fields: [],
  });
  assertEquals(plan("a", "numeric"), {
    field: { name: "a", type: "numeric" },
    scaler: "standard",
    impute: "mean",
    indicator: undefined,
    maxCategories: 100,
    hashBits: 10,
    parts: ["hour", "weekday", "day", "month", "trend"],
    limit: 16_384,
  });
});

Deno.test("planEncoder() prefers what a field says to what the schema says, and that to the rest", () => {
  const { fields, plan } = planEncoder({
    maxCategories: 7,
    schema: {
      scaler: "robust",
      impute: "zero",
      hashBits: 3,
      fields: [
        { name: "a", type: "numeric", scaler: "none", impute: "previous", indicator: false },
        { name: "b", type: "categorical", maxCategories: 2, hashBits: 1 },
        { name: "c", type: "vector", length: 5 },
      ],
    },
  });
  const shown = fields.map(({ scaler, impute, indicator, maxCategories, hashBits, limit }) =>
    [scaler, impute, indicator, maxCategories, hashBits, limit].join()
  );
  assertEquals(shown, ["none,previous,false,7,3,16384", "robust,zero,,2,1,16384", "robust,zero,,7,3,5"]);
  assertEquals([plan("d", "boolean").scaler, plan("e", "timestamp").scaler, plan("f", "vector").scaler], [
    "none",
    "standard",
    "robust",
  ]);
});
