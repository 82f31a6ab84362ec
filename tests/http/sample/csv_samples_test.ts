import { createTableLearner, type Learner } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { csvSamples } from "../../../lib/http/sample/csv_samples.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { classLearner, lineLearner } from "../apps.ts";

const of = (learner: Learner) => ({ learner, state: learner.init() });

Deno.test("csvSamples() makes features of the columns that are nothing else, in their order", () => {
  const read = csvSamples(of(lineLearner()), { target: "y", weight: "w", id: "n" })(["b", "y", "a", "n", "w"]);
  assertEquals(read(["1", "2.5", "-3e2", "x", "0.5"]), { features: [1, -300], target: 2.5, weight: 0.5, id: "x" });
  assertEquals(read([" 1 ", "+2", ".5", "", "1"]), { features: [1, 0.5], target: 2, weight: 1 });
});

Deno.test("csvSamples() leaves texts that are no numbers to whoever uses them", () => {
  const read = csvSamples(of(lineLearner()), { target: "y" })(["x", "y"]);
  for (const text of ["", "x", "0x10", "1_000", "Infinity", "NaN", "1e", "1,5"]) {
    assertEquals(read([text, "1"]), { features: [text], target: 1 });
  }
});

Deno.test("csvSamples() takes a label for a label, even one that looks like a number", () => {
  const read = csvSamples(of(classLearner({ labels: ["1", "2", "red"] })), { target: "y" })(["y", "a", "b"]);
  assertEquals(
    [["red", "0", "1"], ["2", "0", "1"], ["0", "0", "1"]].map((fields) => (read(fields) as { target: unknown }).target),
    [
      "red",
      "2",
      0,
    ],
  );
});

Deno.test("csvSamples() makes records where the model takes them, with null for what is missing", () => {
  const learner = classLearner();
  const growing = {
    ...learner,
    description: { ...learner.description, labels: [], maker: { name: "any" } },
    labelsOf: () => [],
  };
  const read = csvSamples(of(growing), { target: "kind" })(["age", "city", "kind", "__proto__"]);
  const { features, target } = read(["42", "", "7", "1"]) as { features: object; target: unknown };
  assertEquals([Object.entries(features), target], [[["age", 42], ["city", null], ["__proto__", 1]], "7"]);
});

Deno.test("csvSamples() leaves categories and texts as they are, even if they look like numbers", () => {
  const fields = [
    { name: "code", type: "categorical" },
    { name: "note", type: "text" },
    { name: "age", type: "numeric" },
  ] as const;
  const learner = createTableLearner({ task: "regression", features: { schema: { fields } } });
  const read = csvSamples(of(learner), { target: "y" })(["code", "note", "age", "y"]);
  assertEquals(read(["01234", "5", "042", "1"]), { features: { code: "01234", note: "5", age: 42 }, target: 1 });
});

Deno.test("csvSamples() refuses a table that lacks a column", () => {
  for (const columns of [{ target: "z" }, { target: "y", weight: "z" }, { target: "y", id: "z" }]) {
    const error = assertThrows(
      () => csvSamples(of(lineLearner()), columns)(["x", "y"]),
      RequestError,
      'Cannot read the body as its first row must name the column "z"',
    );
    assertEquals(error.problem.status, 400);
  }
});
