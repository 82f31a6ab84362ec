import { createApp } from "@backstream/backstream/http";
import { createLearner, type Learner, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { modelSchema } from "../../../lib/http/schema/model_schema.ts";
import { classLearner, lineLearner, post } from "../apps.ts";

const yesNo = createLearner({
  network: { inputs: 1, layers: [{ units: 1 }], cost: "crossEntropy" },
  optimizer: sgd({ learningRate: 0.01 }),
  labels: ["no", "yes"],
});
const learners: Record<string, Learner> = { line: lineLearner(), colors: classLearner(), yesNo };

function validatorsOf(learner: Learner) {
  const { sample, input, label } = modelSchema(learner, learner.init());
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  return { sample: ajv.compile(sample), input: ajv.compile(input), label: ajv.compile(label) };
}

const number = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 2, 1e39) },
);
const anything = fc.oneof(
  fc.constantFrom("red", "yes", "", "nothing", "1", null, {}, true, false),
  number,
  fc.array(fc.constantFrom("1", null, true, 0.5, [0.5]), { maxLength: 3 }),
);

/** Mostly the one, now and then anything. */
function mostly<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: anything });
}

/** Samples, of which most can be used, and others nearly. */
function samplesOf(learner: Learner) {
  const { inputs, layers } = learner.init().network;
  const { units } = layers.at(-1)!;
  const arrayOf = (length: number) => fc.array(number, { minLength: length, maxLength: length });
  // As many values as indices, as JSON Schema cannot ask for that.
  const sparse = fc.array(fc.tuple(fc.integer({ min: 0, max: inputs }), number), { maxLength: inputs }).map((
    pairs,
  ) => ({
    indices: pairs.map(([index]) => index),
    values: pairs.map(([, value]) => value),
  }));
  const features = mostly(fc.oneof(
    { weight: 8, arbitrary: arrayOf(inputs) },
    { weight: 3, arbitrary: sparse },
    { weight: 1, arbitrary: arrayOf(inputs + 1) },
    { weight: 1, arbitrary: fc.constant({ length: inputs, 0: 1 }) },
  ));
  const target = mostly(fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...learner.description.labels, 0, 1) },
    { weight: 2, arbitrary: arrayOf(units) },
    { weight: 1, arbitrary: fc.constantFrom(units, -1, 0.5, "Red") },
  ));
  const further = {
    // Another weight would make the model infinite.
    weight: mostly(fc.constantFrom(0, 1, 0.5, 1e-300)).filter((weight) => weight !== 1e39),
    time: mostly(fc.constantFrom(0, -5, 1e15)),
  };
  const labels = fc.record({ target, weight: further.weight }, { requiredKeys: ["target"] });
  const whole = fc.record({ features, target, ...further }, { requiredKeys: ["features", "target"] });
  const samples = fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: whole.map((sample) => ({ ...sample, wieght: 1 })) },
    { weight: 1, arbitrary: fc.record({ features, target }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: anything },
  );
  return { samples, labels };
}

/** Compares who takes what, and that enough is taken and enough is not. */
async function compare(
  arbitrary: fc.Arbitrary<unknown>,
  tries: (value: unknown) => Promise<{ status: number; valid: boolean }>,
) {
  let [taken, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      const { status, valid } = await tries(value);
      if (valid) taken++;
      else refused++;
      assertEquals([status, valid], valid ? [200, true] : [422, false], JSON.stringify(value));
    }),
    { seed: 7, numRuns: 300 },
  );
  assertEquals([taken > 40, refused > 40], [true, true], `${taken} were taken, ${refused} refused`);
}

for (const [name, learner] of Object.entries(learners)) {
  const { samples, labels } = samplesOf(learner);

  Deno.test(`modelSchema() and POST learn agree on which samples ${name} takes`, async () => {
    const { sample: validate } = validatorsOf(learner);
    await compare(samples, async (value) => {
      const app = createApp({ models: { [name]: learner } });
      const { status } = await post(app, `/models/${name}/learn`, JSON.stringify(value));
      await app.close();
      return { status, valid: validate(value) };
    });
  });

  Deno.test(`modelSchema() and POST predict agree on which inputs ${name} takes`, async () => {
    const { input: validate } = validatorsOf(learner);
    const app = createApp({ models: { [name]: learner } });
    await compare(samples, async (value) => {
      const { status } = await post(app, `/models/${name}/predict`, JSON.stringify(value));
      return { status, valid: validate(value) };
    });
    await app.close();
  });

  Deno.test(`modelSchema() and POST label agree on which labels ${name} takes`, async () => {
    const { label: validate } = validatorsOf(learner);
    const app = createApp({ models: { [name]: learner } });
    const { inputs } = learner.init().network;
    await compare(labels, async (value) => {
      const remembered = await post(app, `/models/${name}/predict?remember=1`, { features: Array(inputs).fill(0) });
      const label = { id: remembered.body.id, ...value as object };
      const { status } = await post(app, `/models/${name}/label`, label);
      return { status, valid: validate(label) };
    });
    await app.close();
  });
}

Deno.test("modelSchema() says what ids may be", () => {
  const { sample } = validatorsOf(lineLearner());
  const valid = ["a", "x".repeat(256), "", "x".repeat(257), 3].map((id) => sample({ features: [1], target: 2, id }));
  assertEquals(valid, [true, true, false, false, false]);
});

Deno.test("modelSchema() describes the records of a learner that takes some, and labels that it knows as examples", () => {
  const learner = {
    ...classLearner(),
    fieldsOf: () => ({ fields: [{ name: "age", type: "numeric" as const }] }),
    labelsOf: () => ["red", "green"],
    description: { ...classLearner().description, maker: { name: "table" } },
  };
  const { sample } = modelSchema(learner, learner.init()) as unknown as {
    sample: { properties: Record<string, object> };
  };
  const { features, target } = sample.properties as Record<string, Record<string, unknown>>;
  assertEquals([features.type, Object.keys(features.properties as object)], ["object", ["age"]]);
  assertEquals(target.examples, ["red", "green"]);
});
