import { createTableLearner, type Learner, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { type FormField, formFields } from "../../../lib/http/dashboard/form_fields.ts";
import { classLearner, lineLearner } from "../apps.ts";

const fields: FormField[] = [{ name: "age", type: "numeric" }, {
  name: "city",
  type: "categorical",
  categories: ["Ulm"],
}];

/** A learner that takes records, as far as a form has to know it. */
function recordLearner(known?: readonly FormField[]): Learner {
  const learner = lineLearner();
  return {
    ...learner,
    description: { ...learner.description, maker: { name: "table" } },
    ...known === undefined ? {} : { fieldsOf: () => ({ fields: known }) },
  } as Learner;
}

Deno.test("formFields() asks for the inputs of a network, and for JSON where there are many", () => {
  const learner = classLearner();
  assertEquals(formFields(learner, learner.init()), { kind: "numbers", count: 2 });
  const wide = lineLearner({ network: { inputs: 784, layers: [{ units: 1 }] }, optimizer: sgd({ learningRate: 0.1 }) });
  const { kind, example } = formFields(wide, wide.init()) as { kind: string; example: string };
  assertEquals(kind, "json");
  assertEquals(wide.predictOne(wide.init(), JSON.parse(example)).length, 1);
});

Deno.test("formFields() asks for the fields that a learner of records knows", () => {
  assertEquals(formFields(recordLearner(fields), lineLearner().init()), { kind: "record", fields });
});

Deno.test("formFields() asks for the fields that a learner for tables has come to know", () => {
  const learner = createTableLearner({ task: "regression" });
  assertEquals(formFields(learner, learner.init()), { kind: "json", example: "{}" });
  const { state } = learner.learnOne(learner.init(), { features: { age: 42, city: "Ulm", isIn: true }, target: 1 });
  const { kind, fields } = formFields(learner, state) as { kind: string; fields: FormField[] };
  assertEquals([kind, fields.map(({ name, type }) => [name, type])], [
    "record",
    [["age", "numeric"], ["city", "categorical"], ["isIn", "boolean"]],
  ]);
  assertEquals(fields[1].categories, ["Ulm"]);
});

Deno.test("formFields() asks for JSON where no field is known, there are many, or features are an array", () => {
  const json = { kind: "json", example: "{}" } as const;
  const state = lineLearner().init();
  assertEquals(formFields(recordLearner(), state), json);
  assertEquals(formFields(recordLearner([]), state), json);
  const many = Array.from({ length: 49 }, (_, i): FormField => ({ name: `f${i}`, type: "numeric" }));
  assertEquals(formFields(recordLearner(many), state), json);
  assertEquals(formFields(recordLearner([{ name: "", type: "vector" }]), state), json);
});
