import { createAnomalyLearner, createChampion, createTableLearner, type Learner } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { recordFields } from "../../lib/learner/record_fields.ts";

Deno.test("recordFields() tells the fields of records, and none of arrays or of nothing", () => {
  const schema = { fields: [{ name: "age", type: "numeric" }], open: true } as const;
  assertEquals(recordFields(schema), schema);
  assertEquals(recordFields({ fields: [{ name: "", type: "vector", length: 3 }] }), undefined);
  assertEquals(recordFields({ fields: [] }), undefined);
});

Deno.test("fieldsOf() of a learner tells the fields that its state knows", () => {
  const table = () => createTableLearner({ task: "regression", members: 1, replays: 0, hidden: [] });
  const learners: Learner[] = [
    table(),
    createAnomalyLearner(),
    createChampion({ learners: { a: table(), b: createTableLearner({ task: "regression", members: 1, replays: 0 }) } }),
  ];
  for (const learner of learners) {
    assertEquals(learner.fieldsOf!(learner.init()), undefined);
    const { state } = learner.learnOne(learner.init(), { features: { age: 3, city: "Rome" }, target: 1 });
    const names = learner.fieldsOf!(state)!.fields.map(({ name, type }) => `${name} ${type}`);
    assertEquals(names, ["age numeric", "city categorical"]);
  }
  const { state } = learners[0].learnOne(learners[0].init(), { features: [1, 2], target: 1 });
  assertEquals(learners[0].fieldsOf!(state), undefined);
});
