import {
  createFeatureEncoder,
  type FeatureEncoder,
  type FeatureEncoderState,
  type FeatureRecord,
  type Features,
  type FeatureSchema,
  SampleError,
  type Vector,
  type Vector64,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { assertForm } from "../metric/assert_form.ts";
import { drawnRecords, reversed } from "./records.ts";

type Encoder = FeatureEncoder<FeatureEncoderState>;

function learned(encoder: Encoder, samples: readonly Features[], state = encoder.init()): FeatureEncoderState {
  return samples.reduce((state, features) => encoder.update(state, features), state);
}

function names(encoder: Encoder, state: FeatureEncoderState): string[] {
  return encoder.columns(state).map(({ name }) => name);
}

/** Prepared columns as a dense vector, sparse or not. */
function prepared(encoder: Encoder, state: FeatureEncoderState, features: Features, before = state): number[] {
  const vector = encoder.prepare(state, encoder.read(before, features));
  if (!("indices" in vector)) return [...vector as Vector];
  const dense = new Array<number>(encoder.width(state)).fill(0);
  for (let i = 0; i < vector.indices.length; i++) dense[vector.indices[i]] = vector.values[i];
  return dense;
}

/** Prepared columns by name, those that are 0 left out. */
function byName(encoder: Encoder, state: FeatureEncoderState, features: Features): Record<string, number> {
  const values = prepared(encoder, state, features);
  return Object.fromEntries(names(encoder, state).map((name, k) => [name, values[k]]).filter(([, x]) => x !== 0));
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

Deno.test("createFeatureEncoder() learns fields and categories as they come", () => {
  const encoder = createFeatureEncoder();
  assertEquals([encoder.width(encoder.init()), encoder.columns(encoder.init())], [0, []]);
  const first = encoder.update(encoder.init(), { age: 20, city: "Paris", ok: true });
  assertEquals(names(encoder, first), ["age", "city=Paris", "ok"]);
  assertEquals(prepared(encoder, first, { age: 99, city: "Paris", ok: true }), [0, 1, 1]);
  const second = encoder.update(first, { city: "Rome", ok: false, age: 40 });
  assertEquals(names(encoder, second), ["age", "city=Paris", "ok", "city=Rome"]);
  assertEquals(prepared(encoder, second, { age: 50, city: "Rome", ok: false }), [2, 0, 0, 1]);
  assertEquals(prepared(encoder, second, { age: 20, city: "Berlin", ok: true }), [-1, 0, 1, 0]);
});

Deno.test("createFeatureEncoder() tells of missing values from the first one on, and puts the mean there", () => {
  const encoder = createFeatureEncoder();
  const state = learned(encoder, [{ a: 1, b: "x" }, { a: 3, b: "x" }, { a: null, b: "x" }]);
  assertEquals(names(encoder, state), ["a", "b=x", "a missing"]);
  assertEquals(prepared(encoder, state, { a: NaN, b: "x" }), [0, 1, 1]);
  assertEquals(prepared(encoder, state, { b: "y" }), [0, 0, 1]);
  const more = learned(encoder, [{ a: 2 }], state);
  assertEquals(names(encoder, more), ["a", "b=x", "a missing", "b missing"]);
  assertEquals(byName(encoder, more, {}), { "a missing": 1, "b missing": 1 });
});

Deno.test("createFeatureEncoder() puts the mean, the previous value or 0 where one is missing, as the field says", () => {
  const options = { type: "numeric", scaler: "none", indicator: false } as const;
  const encoder = createFeatureEncoder({
    schema: {
      fields: [
        { name: "mean", ...options },
        { name: "previous", ...options, impute: "previous" },
        { name: "zero", ...options, impute: "zero" },
      ],
    },
  });
  const row = (x: number | null) => ({ mean: x, previous: x, zero: x });
  assertEquals(prepared(encoder, encoder.init(), row(null)), [0, 0, 0]);
  const state = learned(encoder, [row(2), row(6), row(null)]);
  assertEquals(prepared(encoder, state, row(null)), [4, 6, 0]);
  assertEquals(prepared(encoder, state, row(1)), [1, 1, 1]);
  const later = learned(encoder, [row(1)], state);
  assertEquals(prepared(encoder, later, row(null)), [3, 1, 0]);
});

Deno.test("createFeatureEncoder() scales each field as the schema says", () => {
  const encoder = createFeatureEncoder({
    schema: {
      scaler: "minMax",
      fields: [
        { name: "a", type: "numeric" },
        { name: "b", type: "numeric", scaler: "standard" },
        { name: "c", type: "numeric", scaler: "robust" },
        { name: "d", type: "numeric", scaler: "none" },
        { name: "e", type: "boolean" },
        { name: "f", type: "boolean", scaler: "standard" },
        { name: "g", type: "vector", length: 2 },
      ],
    },
  });
  const row = (x: number, ok: boolean) => ({ a: x, b: x, c: x, d: x, e: ok, f: ok, g: [x, -x] });
  const state = learned(encoder, [2, 4, 6, 8, 10].map((x, i) => row(x, i === 0)));
  const deviation = Math.sqrt(0.16);
  assertClose(
    prepared(encoder, state, row(10, true)),
    [1, 4 / Math.sqrt(8), 1, 10, 1, 0.8 / deviation, 1, 0],
    { absolute: 1e-6 },
  );
});

Deno.test("createFeatureEncoder() reads the parts of a time", () => {
  const encoder = createFeatureEncoder();
  const noon = Date.UTC(2024, 0, 1, 12); // a Monday
  const state = learned(encoder, [{ t: new Date(noon) }, { t: "2024-01-03T12:00:00Z" }]);
  const columns = ["hour", "weekday", "day", "month"].flatMap((part) => [`t ${part} sin`, `t ${part} cos`]);
  assertEquals(names(encoder, state), [...columns, "t trend"]);
  assertClose(prepared(encoder, state, { t: noon }), [0, -1, 0, 1, 0, 1, 0, 1, -1], { absolute: 1e-7 });
  const some = createFeatureEncoder({
    schema: { fields: [{ name: "t", type: "timestamp", parts: ["year", "hour"] }] },
  });
  assertEquals(names(some, some.init()), ["t year", "t hour sin", "t hour cos"]);
  const lost = learned(encoder, [{ t: null }], state);
  assertEquals(byName(encoder, lost, {}), { "t missing": 1 });
});

Deno.test("createFeatureEncoder() hashes the words of a text", () => {
  const encoder = createFeatureEncoder({
    schema: { fields: [{ name: "a", type: "text", hashBits: 3 }, { name: "b", type: "text" }], hashBits: 5 },
  });
  const state = encoder.init();
  assertEquals([encoder.width(state), names(encoder, state)[7], names(encoder, state)[39]], [40, "a#7", "b#31"]);
  const values = prepared(encoder, state, { a: "dog", b: "dog dog" });
  assertEquals(values.filter((x) => x !== 0).map(Math.abs), [1, 1]);
  assertEquals(values.slice(0, 8).findIndex(Boolean), values.slice(8).findIndex(Boolean) % 8);
  assertEquals(encoder.width(learned(encoder, [{ a: "", b: "cat" }], state)), 40);
});

Deno.test("createFeatureEncoder() takes arrays for one vector without a name", () => {
  const encoder = createFeatureEncoder();
  const state = learned(encoder, [[1, 10], Float32Array.of(3, 10), { indices: [0], values: [2] }]);
  assertEquals(names(encoder, state), ["[0]", "[1]"]);
  assertClose(prepared(encoder, state, [2, 10]), [0, Math.sqrt(0.5)], { absolute: 1e-7 });
  const holes = learned(encoder, [[2, NaN]], state);
  assertEquals(names(encoder, holes), ["[0]", "[1]", "[1] missing"]);
  assertEquals(prepared(encoder, holes, [2, null as unknown as number]), [0, 0, 1]);
});

Deno.test("createFeatureEncoder() takes sparse features for a vector whose length is the next power of 2", () => {
  const encoder = createFeatureEncoder();
  let state = encoder.update(encoder.init(), { indices: [4], values: [2] });
  assertEquals(encoder.width(state), 8);
  state = encoder.update(state, { indices: [64, 8], values: [1, 3] });
  assertEquals([encoder.width(state), names(encoder, state)[127]], [128, "[127]"]);
  const raw = encoder.read(state, { indices: [64, 4, 1000], values: [1, 2, 3] });
  assertEquals(raw, { indices: Uint32Array.of(4, 64, 127), values: Float64Array.of(2, 1, 0) });
  assertEquals(encoder.prepare(state, raw), { indices: Uint32Array.of(4, 64), values: Float32Array.of(2, 1) });
  const fixed = createFeatureEncoder({
    schema: { fields: [{ name: "", type: "vector", sparse: true, length: 3 }] },
  });
  assertEquals(prepared(fixed, fixed.init(), [0, 5, 0]), [0, 5, 0]);
  assertThrows(() => fixed.update(fixed.init(), { indices: [3], values: [1] }), SampleError, "features.indices[0]");
});

Deno.test("createFeatureEncoder() keeps its bounds: categories go to buckets, fields beyond are ignored", () => {
  const encoder = createFeatureEncoder({
    schema: { fields: [], open: true, hashBits: 2 },
    maxCategories: 2,
    maxFields: 2,
    maxWidth: 7,
  });
  const state = learned(encoder, ["a", "b", "c", "d", "e"].map((id) => ({ id })));
  assertEquals(names(encoder, state), ["id=a", "id=b", "id#0", "id#1", "id#2", "id#3"]);
  assertEquals(prepared(encoder, state, { id: "zebra" }).slice(2).filter(Boolean).map(Math.abs), [1]);
  const more = learned(encoder, [{ id: "a", x: 1, y: 2 }, { id: "a" }, {}], state);
  assertEquals(names(encoder, more).slice(6), ["x"]);
  assertEquals(encoder.schema(more).fields.length, 2);
});

Deno.test("createFeatureEncoder() makes fewer buckets where more do not fit, and none where nothing does", () => {
  const bounds = { maxCategories: 1, maxWidth: 4 };
  const encoder = createFeatureEncoder(bounds);
  const state = learned(encoder, [{ id: "a" }, { id: "b" }, { id: "c", n: 5 }, { id: "d", n: 6, m: 7 }]);
  assertEquals(names(encoder, state), ["id=a", "id#0", "id#1", "n"]);
  const full = createFeatureEncoder({ maxWidth: 1 });
  const one = learned(full, [{ id: "a", n: 1 }, { id: "b" }, {}]);
  assertEquals([names(full, one), prepared(full, one, { id: "b" })], [["id=a"], [0]]);
  assertThrows(
    () => full.update(full.init(), [1, 2]),
    SampleError,
    "Cannot use features as it must hold at most 1 numbers: current value is an array of length 2",
  );
});

Deno.test("createFeatureEncoder() keeps no text of more than 256 characters", () => {
  const encoder = createFeatureEncoder({ schema: { fields: [], open: true, hashBits: 3 } });
  const state = learned(encoder, [{ id: "x".repeat(257), ["y".repeat(257)]: 1 }, { id: "z".repeat(256) }]);
  assertEquals(names(encoder, state).map((name) => name.length), [4, 4, 4, 4, 4, 4, 4, 4, 259]);
});

Deno.test("createFeatureEncoder() keeps the type of a field, and names the field that holds another", () => {
  const encoder = createFeatureEncoder();
  const state = learned(encoder, [{ n: 1, c: "a", b: true, t: new Date(0), v: [1, 2] }]);
  const before = structuredClone(state);
  const refused: [FeatureRecord, string][] = [
    [{ n: "abc" }, 'features.n as it must be a number: current value is "abc"'],
    [{ n: Infinity }, "features.n as it must be a finite number: current value is Infinity"],
    [{ n: 1e300 }, "features.n as it must be a finite number in float32: current value is 1e+300"],
    [{ n: [1] }, "features.n as it must be a number: current value is an array of length 1"],
    [{ c: [1] }, "features.c as it must be a text, a number or a boolean: current value is an array of length 1"],
    [{ b: "maybe" }, 'features.b as it must be true or false: current value is "maybe"'],
    [
      { t: "soon" },
      'features.t as it must be a date, milliseconds since 1970 or an ISO 8601 text: current value is "soon"',
    ],
    [{ v: [1] }, "features.v as it must hold 2 numbers: current value is an array of length 1"],
    [{ v: 5 }, "features.v as it must be an array of numbers or { indices, values }: current value is 5"],
    [{ v: [1, Infinity] }, "features.v[1] as it must be a finite number: current value is Infinity"],
  ];
  for (const [features, message] of refused) {
    for (const use of [encoder.update, encoder.read]) {
      assertEquals(assertThrows(() => use(state, features), SampleError).message, `Cannot use ${message}`);
    }
  }
  assertThrows(
    () => encoder.update(state, { new: { a: 1 } } as unknown as Features),
    SampleError,
    "Cannot use features.new as it must be a number, a text, a boolean, a date or an array of numbers",
  );
  assertEquals(state, before);
});

Deno.test("createFeatureEncoder() refuses when it learns what it would refuse when it reads", () => {
  const encoder = createFeatureEncoder({
    schema: {
      fields: [
        { name: "w", type: "text" },
        { name: "t", type: "timestamp", parts: ["hour"] },
        { name: "s", type: "vector", sparse: true, length: 3 },
        { name: "o", type: "vector", sparse: true },
        { name: "v", type: "vector" },
      ],
    },
  });
  const state = learned(encoder, [{ o: [1, 2], v: [1, 2] }]);
  const refused = [{ w: [1] }, { t: "soon" }, { s: [1, 2, 3, 4] }, { s: 5 }, { o: "a" }, { o: [NaN, Infinity] }, {
    v: [1],
  }];
  for (const features of refused) {
    const [a, b] = [encoder.update, encoder.read].map((use) => assertThrows(() => use(state, features), SampleError));
    assertEquals(a.message, b.message);
  }
  assertThrows(
    () => encoder.update(encoder.init(), { v: 5 }),
    SampleError,
    "Cannot use features.v as it must be an array",
  );
});

Deno.test("createFeatureEncoder() reads what a field can make of other types", () => {
  const encoder = createFeatureEncoder();
  const state = learned(encoder, [{ n: 1, c: "7", b: true, t: new Date(0) }, { n: 3, c: "x", b: false, t: 0 }]);
  assertEquals(
    prepared(encoder, state, { n: "3", c: 7, b: 1, t: "1970-01-01" }),
    prepared(encoder, state, {
      n: 3,
      c: "7",
      b: true,
      t: new Date(0),
    }),
  );
  assertEquals(byName(encoder, state, { n: true, c: "x" })["n"], -1);
});

Deno.test("createFeatureEncoder() refuses features that are no record, and arrays where fields have names", () => {
  const encoder = createFeatureEncoder();
  const rule = "Cannot use features as it must be a record, an array of numbers or { indices, values }";
  for (const features of [null, undefined, 5, "text"]) {
    assertThrows(() => encoder.update(encoder.init(), features as unknown as Features), SampleError, rule);
  }
  const named = learned(encoder, [{ a: 1 }]);
  const message = "Cannot use features as it must be a record, as its fields have names";
  assertThrows(() => encoder.update(named, [1]), SampleError, message);
  const unnamed = learned(encoder, [[1]]);
  assertThrows(
    () => encoder.read(unnamed, { a: 1 }),
    SampleError,
    "be an array of numbers or { indices, values }, as it was",
  );
});

Deno.test("createFeatureEncoder() takes any text for a name, also one that objects inherit", () => {
  const odd = ["__proto__", "constructor", "toString", "", "hasOwnProperty", "a.b", "0", "\u{1f600}"];
  const encoder = createFeatureEncoder();
  const record = (values: unknown[]) =>
    JSON.parse(`{${odd.map((name, i) => `${JSON.stringify(name)}:${JSON.stringify(values[i])}`)}}`);
  const state = structuredClone(learned(encoder, [record(odd.map((_, i) => i)), record(odd.map((_, i) => i + 2))]));
  assertEquals(names(encoder, state).toSorted(), odd.toSorted());
  assertEquals(prepared(encoder, state, record(odd.map((_, i) => i + 2))), odd.map(() => 1));
  const missing = learned(encoder, [Object.create(null)], state);
  assertEquals(prepared(encoder, missing, {}), [...odd.map(() => 0), ...odd.map(() => 1)]);
  const categories = learned(encoder, odd.filter(Boolean).map((c) => ({ c })));
  assertEquals(names(encoder, categories), odd.filter(Boolean).map((c) => `c=${c}`));
  for (const c of odd.filter(Boolean)) assertEquals(byName(encoder, categories, { c }), { [`c=${c}`]: 1 });
});

Deno.test("createFeatureEncoder() with a closed schema ignores other fields", () => {
  const schema: FeatureSchema = { fields: [{ name: "a", type: "numeric", indicator: true }] };
  const encoder = createFeatureEncoder({ schema });
  const state = learned(encoder, [{ a: 1, b: 2 }, { b: { c: 1 } as unknown as string }]);
  assertEquals(names(encoder, state), ["a", "a missing"]);
  assertEquals(encoder.schema(state), schema);
});

Deno.test("createFeatureEncoder() shows the schema as it is known, and takes it back", () => {
  const encoder = createFeatureEncoder();
  const state = learned(encoder, [{ age: 1, city: "Rome", v: [1, 2], ok: true }, { age: 3, city: "Paris" }]);
  assertEquals(encoder.schema(state), {
    fields: [
      { name: "age", type: "numeric" },
      { name: "city", type: "categorical", categories: ["Rome", "Paris"] },
      { name: "v", type: "vector", length: 2 },
      { name: "ok", type: "boolean" },
    ],
    open: true,
  });
  const again = createFeatureEncoder({ schema: encoder.schema(state) });
  assertEquals(names(again, again.init()), ["age", "city=Rome", "city=Paris", "v[0]", "v[1]", "ok"]);
});

const records = drawnRecords(300);
const options = { maxCategories: 10, maxWidth: 400, schema: { fields: [], open: true, hashBits: 5 } };

/** Statistics and categories by plain passes over all records, and columns by name. */
function plainly(
  seen: readonly FeatureRecord[],
  columns: readonly string[],
  record: FeatureRecord,
): Map<string, number> {
  const of = (name: string) =>
    seen.map((row) => row[name]).filter((x): x is number => typeof x === "number" && x === x);
  const standard = (numbers: number[], x: unknown) => {
    const mean = numbers.reduce((sum, y) => sum + y, 0) / numbers.length;
    const variance = numbers.reduce((sum, y) => sum + (y - mean) ** 2, 0) / numbers.length;
    return typeof x === "number" && x === x ? (x - mean) / Math.sqrt(variance) : 0;
  };
  const vectors = seen.map((row) => row.position as number[]);
  const result = new Map<string, number>();
  for (const name of ["age", "late"]) {
    result.set(name, standard(of(name), record[name]));
    if (columns.includes(`${name} missing`)) result.set(`${name} missing`, Number.isFinite(record[name]) ? 0 : 1);
  }
  for (const k of [0, 1, 2]) {
    const numbers = vectors.map((vector) => vector[k]).filter((x) => x === x);
    result.set(`position[${k}]`, standard(numbers, (record.position as number[])[k]));
  }
  for (const column of columns.filter((name) => name.startsWith("city="))) {
    result.set(column, column === `city=${record.city}` ? 1 : 0);
  }
  result.set("city missing", record.city === null ? 1 : 0);
  const days = seen.map((row) => +(row.when as Date) / 86_400_000);
  result.set("when trend", standard(days, +(record.when as Date) / 86_400_000));
  const oks = seen.map((row) => row.ok).filter((x) => x !== undefined).map(Number);
  result.set("ok", record.ok === undefined ? oks.reduce((sum, x) => sum + x, 0) / oks.length : Number(record.ok));
  return result;
}

Deno.test("createFeatureEncoder(): what is read and prepared is within 1e-6 of plain passes over all records", () => {
  const encoder = createFeatureEncoder(options);
  for (const count of [80, 200, 300]) {
    const seen = records.slice(0, count);
    const state = learned(encoder, seen);
    const columns = names(encoder, state);
    for (const record of seen.slice(-40)) {
      const actual = prepared(encoder, state, record);
      for (const [name, expected] of plainly(seen, columns, record)) {
        const column = columns.indexOf(name);
        assert(column >= 0, `${name} is among ${columns}`);
        assertClose([actual[column]], [expected], { absolute: 1e-6, relative: 1e-6 });
      }
    }
  }
});

Deno.test("createFeatureEncoder(): columns never move, and categories and fields come in the order of their appearance", () => {
  const encoder = createFeatureEncoder(options);
  let [state, before] = [encoder.init(), [] as string[]];
  for (const record of records) {
    state = encoder.update(state, record);
    const columns = names(encoder, state);
    assertEquals(columns.slice(0, before.length), before);
    assertEquals(columns.length, encoder.width(state));
    before = columns;
  }
  assertEquals(new Set(before).size, before.length);
  assert(before.length > 50 && before.length <= 400, `${before.length}`);
});

Deno.test("createFeatureEncoder(): a state survives a clone, and a stream gives the same however it is cut", () => {
  const encoder = createFeatureEncoder(options);
  const whole = learned(encoder, records);
  for (const cut of [0, 1, 75, 151, 299]) {
    const again = createFeatureEncoder(structuredClone(encoder.spec));
    const half = structuredClone(learned(encoder, records.slice(0, cut)));
    assertEquals(learned(again, records.slice(cut), half), whole);
  }
});

Deno.test("createFeatureEncoder(): the state is of its form, which plain data survives", () => {
  for (const impute of ["mean", "previous"] as const) {
    const encoder = createFeatureEncoder({ ...options, schema: { ...options.schema, impute } });
    assertForm(encoder.init(), encoder.form);
    const state = learned(encoder, records);
    assertForm(state, encoder.form);
    assertEquals(state.previous.length > 0, impute === "previous");
  }
});

Deno.test("createFeatureEncoder(): states share nothing that a later step changes", () => {
  const encoder = createFeatureEncoder({ ...options, schema: { ...options.schema, impute: "previous" } });
  const states = [encoder.init()];
  for (const record of records.slice(0, 60)) states.push(encoder.update(states.at(-1)!, record));
  const copies = structuredClone(states);
  const other = createFeatureEncoder({ ...options, schema: { ...options.schema, impute: "previous" } });
  for (const [i, record] of records.slice(0, 60).entries()) {
    encoder.update(states[i], reversed(record)); // again, from any earlier state
    assertEquals(states[i + 1], other.update(copies[i], record));
  }
  assertEquals(states, copies);
});

Deno.test("createFeatureEncoder(): the order of keys does not matter once fields are known", () => {
  const encoder = createFeatureEncoder(options);
  const state = learned(encoder, records.slice(0, 100));
  const rest = records.slice(100);
  assertEquals(learned(encoder, rest.map(reversed), state), learned(encoder, rest, state));
  for (const record of rest) assertEquals(encoder.read(state, reversed(record)), encoder.read(state, record));
});

Deno.test("createFeatureEncoder(): raw columns that were read when there were fewer are missing in later ones", () => {
  for (const maxWidth of [60, 400]) {
    const encoder = createFeatureEncoder({ ...options, maxWidth });
    const late = learned(encoder, records);
    const cities = new Set(
      encoder.schema(late).fields.flatMap((field) => field.type === "categorical" ? field.categories : []),
    );
    for (const cut of [5, 74, 120]) {
      const early = learned(encoder, records.slice(0, cut));
      const known = names(encoder, early);
      for (const record of records.slice(0, cut)) {
        if (cities.has(`${record.city}`) && !known.includes(`city=${record.city}`)) continue;
        const [direct, padded] = [prepared(encoder, late, record), prepared(encoder, late, record, early)];
        names(encoder, late).forEach((name, k) => {
          const isLater = k >= known.length && /#/.test(name);
          if (!isLater) assertSame([padded[k]], [direct[k]]);
        });
      }
    }
  }
});

Deno.test("createFeatureEncoder(): nothing that is given is changed, and reading learns nothing", () => {
  const encoder = createFeatureEncoder(options);
  let state = frozen(encoder.init());
  for (const record of records.slice(0, 120)) {
    const copy = structuredClone(state);
    const raw = encoder.read(state, frozen(record));
    const rawCopy = structuredClone(raw);
    encoder.prepare(state, raw);
    const next = frozen(encoder.update(state, record));
    encoder.read(next, record);
    assertEquals([state, raw], [copy, rawCopy]);
    state = next;
  }
});

Deno.test("createFeatureEncoder(): what is prepared is finite and as wide as the state, whatever numbers there were", () => {
  const encoder = createFeatureEncoder();
  const extremes = [3.4e38, -3.4e38, 1e-45, 0, -0, NaN, 1, 1e38];
  let state = encoder.init();
  for (const a of extremes) {
    for (const b of extremes) {
      state = encoder.update(state, { a, b, ["x" + a]: b });
      for (const c of extremes) {
        const values = prepared(encoder, state, { a: c, b: c, x1: c });
        assertEquals(values.length, encoder.width(state));
        assert(values.every(Number.isFinite), `${values}`);
      }
    }
  }
});

Deno.test("createFeatureEncoder() reads sparse columns where most are categories or words, with the same numbers", () => {
  const [wide, narrow] = [6, 5].map((hashBits) =>
    createFeatureEncoder({ schema: { fields: [], open: true, hashBits } })
  );
  const samples = Array.from(
    { length: 20 },
    (_, i) => ({ n: i % 3, note: `one two three four five six seven number ${i}` }),
  );
  const [a, b] = [wide, narrow].map((encoder) => learned(encoder, samples));
  assertEquals([wide.width(a), narrow.width(b)], [65, 33]);
  assertEquals(["indices" in wide.read(a, samples[0]), "indices" in narrow.read(b, samples[0])], [true, false]);
  const raw = wide.read(a, samples[7]) as { indices: Uint32Array; values: Float64Array };
  assertEquals([raw.indices[0], raw.values[0], raw.indices.at(-1)], [0, 1, 64]);
  const vector = wide.prepare(a, raw) as { indices: Uint32Array; values: Float32Array };
  assert(
    vector.values.every((x) => x !== 0) &&
      vector.indices.every((column, i) => i === 0 || column > vector.indices[i - 1]),
  );
  const dense = prepared(wide, a, samples[7]);
  assertSame([dense[0]], [prepared(narrow, b, samples[7])[0]]);
  assertClose([dense.slice(1).reduce((sum, x) => sum + x * x, 0)], [1], { absolute: 1e-6 });
});

Deno.test("createFeatureEncoder() reads raw columns of numbers in float64", () => {
  const encoder = createFeatureEncoder();
  const state = learned(encoder, [{ a: 0.1, b: 1e9 + 0.5 }]);
  const raw = encoder.read(state, { a: 0.1, b: 1e9 + 0.5 }) as Vector64;
  assertEquals([...raw], [0.1, 1e9 + 0.5]);
});

Deno.test("createFeatureEncoder() lets no scaled number go further from 0 than clip, dense or sparse", () => {
  const tags = { name: "tags", type: "text", hashBits: 10 } as const;
  for (const fields of [[], [tags]]) {
    const encoder = createFeatureEncoder({ schema: { fields, open: true }, clip: 1.5 });
    const state = learned(encoder, [{ x: -1 }, { x: 1 }]); // mean 0, deviation 1
    const at = (x: number) => byName(encoder, state, { x }).x ?? 0;
    assertEquals([0.5, 1.5, 2, 1e30, -1e30, -1.25].map(at), [0.5, 1.5, 1.5, 1.5, -1.5, -1.25]);
    assertEquals(encoder.spec.clip, 1.5);
  }
  const free = createFeatureEncoder();
  const state = learned(free, [{ x: -1 }, { x: 1 }]);
  assertEquals([byName(free, state, { x: 7 }).x, "clip" in free.spec], [7, false]);
});

Deno.test("createFeatureEncoder() refuses a clip that is no number above 0", () => {
  for (const clip of [0, -1, NaN, Infinity, "5", null]) {
    const { message } = assertThrows(() => createFeatureEncoder({ clip: clip as number }), RangeError);
    assertEquals(
      message,
      `Cannot create feature encoder as clip must be a number above 0: current value is ${JSON.stringify(clip)}`,
    );
  }
});
