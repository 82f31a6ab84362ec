import { createFeatureEncoder, type FeatureEncoderState, type FeatureSchema } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { planEncoder } from "../../lib/feature/encoder_options.ts";
import { encoderFault } from "../../lib/feature/encoder_fault.ts";
import { drawnRecords } from "./records.ts";

type Encoder = ReturnType<typeof createFeatureEncoder>;

const encoder = createFeatureEncoder();
const records = [{ x: 1, color: "red" }, { x: 3, color: "blue" }, { x: null, color: "red" }];
const state = records.reduce(encoder.update, encoder.init());

/** A state with other parts. */
// deno-lint-ignore no-explicit-any -- to be changed into what does not fit
function changed(change: (state: any) => void, from: FeatureEncoderState = state): FeatureEncoderState {
  const copy = structuredClone(from);
  change(copy);
  return copy;
}

Deno.test("encoderFault() finds nothing in the states of encoders", () => {
  const schema: FeatureSchema = {
    fields: [
      { name: "a", type: "numeric", impute: "previous" },
      { name: "text", type: "text", hashBits: 3 },
      { name: "when", type: "timestamp" },
      { name: "at", type: "vector" },
    ],
    open: true,
  } as never;
  const encoders: [Encoder, object[]][] = [
    [createFeatureEncoder(), drawnRecords(60) as object[]],
    [createFeatureEncoder({ maxCategories: 2, maxWidth: 9, maxFields: 4 }), drawnRecords(60) as object[]],
    [createFeatureEncoder({ schema }), [
      { a: 1, text: "one two", when: 5e11, at: [1, 2, 3], new: true },
      { a: null, text: "", when: null, at: null },
      { a: 2, further: "x" },
    ]],
  ];
  for (const [encoder, records] of encoders) {
    let state = encoder.init();
    assertEquals(encoder.fault(state), undefined);
    for (const record of records) {
      state = encoder.update(state, record as never);
      assertEquals(encoder.fault(state), undefined);
      assertEquals(encoder.fault(structuredClone(state)), undefined);
    }
  }
});

Deno.test("encoderFault() names what does not fit", () => {
  assertEquals(encoder.columns(state).map(({ name }) => name).join(), "x,color=red,color=blue,x missing");
  const fault = (change: Parameters<typeof changed>[0]) => encoder.fault(changed(change));
  const start = "features must have";
  assertEquals(fault(({ layout }) => layout.types.pop()), `${start} a type and categories for each field`);
  assertEquals(fault(({ layout }) => layout.categories.push([])), `${start} a type and categories for each field`);
  assertEquals(fault(({ layout }) => layout.names[1] = "x"), `${start} fields of different names`);
  assertEquals(fault(({ layout }) => layout.categories[1][1] = "red"), `${start} categories that differ`);
  const types = "numeric, boolean, categorical, text, timestamp, vector";
  for (const type of ["number", "toString", "__proto__"]) {
    assertEquals(fault(({ layout }) => layout.types[0] = type), `${start} fields of the types ${types}`);
  }
  const fit = `${start} blocks of columns that fit their fields`;
  assertEquals(fault(({ layout }) => layout.types[0] = "text"), fit);
  const blocks = ({ layout }: { layout: { blocks: Int32Array } }, end: number) =>
    layout.blocks = layout.blocks.slice(0, end);
  assertEquals(fault((state) => blocks(state, -1)), `${start} four numbers a block of columns`);
  assertEquals(fault(({ layout }) => layout.categories[1].push("green")), `${start} a column for each category`);
  assertEquals(
    fault((state) => state.statistics = new Float64Array(1)),
    `features.statistics must hold ${state.statistics.length} numbers`,
  );
  assertEquals(fault((state) => state.previous = new Float64Array(2)), "features.previous must hold 0 numbers at most");
});

Deno.test("encoderFault() names any number of the blocks that is changed, or the state can be used", () => {
  let named = 0;
  for (let k = 0; k < state.layout.blocks.length; k++) {
    for (const by of [-99, -2, -1, 1, 2, 99]) {
      const other = changed(({ layout }) => layout.blocks[k] += by);
      if (encoder.fault(other) !== undefined) named++;
      else encoder.prepare(other, encoder.read(encoder.update(other, records[0]), records[2]));
    }
  }
  assert(named > state.layout.blocks.length * 4, `${named}`);
});

Deno.test("encoderFault() makes no column of those that are beyond the bounds of the encoder", () => {
  const narrow = planEncoder({ maxWidth: 3 });
  assertEquals(encoderFault(state, narrow), "features must have 3 columns at most");
  assertEquals(encoderFault(state, planEncoder({ maxFields: 1 })), "features must have 1 fields at most");
  const wide = createFeatureEncoder();
  const vector = wide.update(wide.init(), [1, 2, 3]);
  const huge = changed(({ layout }) => layout.blocks[3] = 2 ** 31 - 1, vector);
  assertEquals(wide.fault(huge), "features must have 16384 columns at most");
});

Deno.test("encoderFault() wants the fields of the schema first", () => {
  const schema = { fields: [{ name: "y", type: "numeric" }], open: true } as const;
  const plan = planEncoder({ schema });
  assertEquals(encoderFault(state, plan), "features must have the fields of the schema first");
});
