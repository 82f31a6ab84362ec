import { createFeatureEncoder, type FeatureRecord, inferSchema, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";

const text = "a text of more than five words, and of 32 characters";

Deno.test("inferSchema() gives each field the type that its values suggest", () => {
  const rows: FeatureRecord[] = [
    { n: 1, b: true, c: "x", t: "2024-01-01", v: [1, 2, 3], w: text, m: null },
    { n: null, b: false, c: "y", t: new Date(0), v: Float32Array.of(1, 2, 3), w: "short", late: 5, m: undefined },
  ];
  assertEquals(inferSchema(rows), {
    fields: [
      { name: "n", type: "numeric" },
      { name: "b", type: "boolean" },
      { name: "c", type: "categorical", categories: ["x", "y"] },
      { name: "t", type: "timestamp" },
      { name: "v", type: "vector", length: 3 },
      { name: "w", type: "text" },
      { name: "late", type: "numeric" },
    ],
  });
  assertEquals(inferSchema([], { open: true }), { fields: [], open: true });
});

Deno.test("inferSchema() finds the type that can read all values of a field", () => {
  const typeOf = (...values: FeatureRecord[string][]) => inferSchema(values.map((x) => ({ x }))).fields[0].type;
  assertEquals(typeOf(1, true), "numeric");
  assertEquals(typeOf(1, "a"), "categorical");
  assertEquals(typeOf("2024-01-01", "soon"), "categorical");
  assertEquals(typeOf(true, new Date(0)), "categorical");
  assertEquals(typeOf("short", text, 1), "text");
  assertEquals(typeOf(1, [1]), "vector");
});

Deno.test("inferSchema() reads numbers and truth in texts where it is told to", () => {
  const rows = [{ n: "1", b: "true", c: "1", e: "" }, { n: " -2.5e3 ", b: "false", c: "a", e: "" }];
  assertEquals(inferSchema(rows, { parseTexts: true }).fields, [
    { name: "n", type: "numeric" },
    { name: "b", type: "boolean" },
    { name: "c", type: "categorical", categories: ["1", "a"] },
  ]);
  assertEquals(inferSchema(rows).fields.map(({ type }) => type), ["categorical", "categorical", "categorical"]);
  const encoder = createFeatureEncoder({ schema: inferSchema(rows, { parseTexts: true }) });
  assertEquals(encoder.width(rows.reduce(encoder.update, encoder.init())), 4);
});

Deno.test("inferSchema() looks at so many records only, and lists at most 100 categories", () => {
  let taken = 0;
  function* endless() {
    while (true) yield { id: `user ${taken++}` };
  }
  const { fields } = inferSchema(endless(), { limit: 150 });
  assertEquals(taken, 150);
  assertEquals(fields[0].type === "categorical" && fields[0].categories?.length, 100);
});

Deno.test("inferSchema() takes names that objects inherit for names", () => {
  const { fields } = inferSchema([JSON.parse('{"__proto__": 1, "constructor": "a", "": true}')]);
  assertEquals(fields.map(({ name, type }) => [name, type]), [
    ["__proto__", "numeric"],
    ["constructor", "categorical"],
    [
      "",
      "boolean",
    ],
  ]);
});

Deno.test("inferSchema() throws at what is no record and at values that no field can hold", () => {
  assertThrows(
    () => inferSchema([null as unknown as FeatureRecord]),
    SampleError,
    "Cannot use features as it must be a record",
  );
  const rows = [{ a: { b: 1 } }] as unknown as FeatureRecord[];
  assertThrows(() => inferSchema(rows), SampleError, "Cannot use features.a as it must be a number, a text");
});
