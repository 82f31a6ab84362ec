import { assertEquals } from "@std/assert";
import { fieldNames } from "../../../lib/http/inference/field_names.ts";
import { classLearner } from "../apps.ts";

const learner = classLearner();
const state = learner.init();
const table = { ...learner, description: { ...learner.description, maker: { name: "table" } } };
const fields = [{ name: "age", type: "numeric" as const }];

Deno.test("fieldNames() gives none for a model that takes numbers", () => {
  assertEquals(fieldNames(learner, state, ["input"]), undefined);
});

Deno.test("fieldNames() gives the fields, and others where these may join", () => {
  assertEquals(fieldNames({ ...table, fieldsOf: () => ({ fields }) }, state, ["age", "city"]), ["age"]);
  assertEquals(fieldNames({ ...table, fieldsOf: () => ({ fields, open: true }) }, state, ["city", "age"]), [
    "age",
    "city",
  ]);
});

Deno.test("fieldNames() gives what a request has where fields are not told", () => {
  assertEquals(fieldNames(table, state, ["b", "a"]), ["b", "a"]);
});
