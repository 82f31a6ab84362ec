import { examples } from "./examples.ts";
import type { Operation, Parameter } from "./operation.ts";
import { choiceSchema, flagSchema, textSchema } from "./plain_schemas.ts";
import { arraySchema, type Schema, schemaRef } from "./schema.ts";

const key: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  description: "What the client calls the request. Sent again under the same key, it is not done again; the key with " +
    "another request is refused (422).",
  schema: { type: "string", pattern: "^[!-~]{1,200}$" },
};

const column = (name: string, description: string): Parameter => {
  return { name, in: "query", description, schema: textSchema("The name of a column.") };
};

/** One of something, or a list. */
function oneOrMany(name: string, what: string): Schema {
  return { anyOf: [schemaRef(name), arraySchema(what, schemaRef(name), { minItems: 1 })] };
}

/** What is learned and predicted. */
export const learningOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/models/:name/learn",
    id: "learn",
    tag: "Learning",
    summary: "Learn samples",
    description:
      "Predicts each sample, scores it, then learns it. What is answered is durable. Of JSON all samples are " +
      "learned or, if one cannot be used, none. NDJSON and CSV are learned while they arrive, each sample for itself, and " +
      "answered in NDJSON while they are: a line for each sample and one at the end. A sample whose id was learned " +
      "before is not learned again.",
    scope: "learn",
    parameters: [
      key,
      {
        name: "results",
        in: "query",
        description: "NDJSON and CSV: which lines are answered.",
        schema: { ...choiceSchema("Which lines.", ["all", "problems", "none"]), default: "all" },
      },
      column("target", "CSV: the column of the target; `target` by default. Others are features."),
      column("weight", "CSV: the column of the weight, if there is one."),
      column("id", "CSV: the column of the id, if there is one."),
    ],
    body: {
      "application/json": { schema: oneOrMany("Sample", "Samples, in their order."), example: examples.sample },
      "application/x-ndjson": { schema: schemaRef("Sample"), example: examples.sampleLines },
      "text/csv": { schema: textSchema("A table whose first row names the columns."), example: examples.sampleTable },
    },
    answers: {
      200: {
        description: "Learned, and durable. NDJSON where the body was NDJSON or CSV.",
        content: {
          "application/json": { schema: schemaRef("LearnAnswer"), example: examples.learned },
          "application/x-ndjson": { schema: schemaRef("LearnLine"), example: examples.learnedLines },
        },
      },
    },
    errors: [400, 404, 408, 413, 415, 422, 503],
  },
  {
    method: "post",
    path: "/models/:name/predict",
    id: "predict",
    tag: "Learning",
    summary: "Predict",
    description: "Changes nothing, unless predictions are to be remembered.",
    scope: "predict",
    parameters: [{
      name: "remember",
      in: "query",
      description:
        "Whether to remember the predictions durably and give their ids, to which late labels can be joined.",
      schema: { ...flagSchema("Whether to remember."), default: false },
    }],
    body: {
      "application/json": { schema: oneOrMany("Input", "Inputs, in their order."), example: examples.input },
      "application/x-ndjson": { schema: schemaRef("Input"), example: `${JSON.stringify(examples.input)}\n` },
    },
    answers: {
      200: {
        description: "One prediction for one input, and several for several.",
        content: {
          "application/json": {
            schema: { oneOf: [schemaRef("PredictAnswer"), schemaRef("PredictManyAnswer")] },
            example: examples.predicted,
          },
        },
      },
    },
    errors: [400, 404, 408, 413, 415, 422, 503],
  },
  {
    method: "post",
    path: "/models/:name/label",
    id: "label",
    tag: "Learning",
    summary: "Learn late labels",
    description:
      "Joins what came true to the features that were remembered with a prediction, and learns it, once. A label " +
      "by itself is an error if its prediction is not known (404) or was labelled before (409); of several each is for " +
      "itself.",
    scope: "learn",
    parameters: [key],
    body: {
      "application/json": { schema: oneOrMany("Label", "Labels, in their order."), example: examples.label },
      "application/x-ndjson": { schema: schemaRef("Label"), example: `${JSON.stringify(examples.label)}\n` },
    },
    answers: {
      200: {
        description: "What was learned, and durable.",
        content: { "application/json": { schema: schemaRef("LearnAnswer"), example: examples.labelled } },
      },
    },
    errors: [400, 404, 408, 409, 413, 415, 422, 503],
  },
];
