import { choiceSchema, countSchema, flagSchema, knownNumberSchema, numberSchema, textSchema } from "./plain_schemas.ts";
import { arraySchema, type Members, objectSchema, type Schema, schemaRef } from "./schema.ts";

const version = countSchema("The number of the commit; 0 before the first.");

const prediction: Members = {
  output: arraySchema("What the model says, one number an output.", { type: "number" }),
  "class?": countSchema("The class it stands for, where the model classifies."),
  "label?": textSchema("The label of that class, where the model has labels."),
  "labels?": arraySchema("The labels more probable than not, where the model tells which of several are there.", {
    type: "string",
  }),
  "probabilities?": {
    description: "The probabilities by label.",
    type: "object",
    additionalProperties: { type: "number" },
  },
};

const { output, ...rest } = prediction;

const outcome: Members = {
  status: choiceSchema(
    "`learned`; `duplicate`: its id was learned before; `refused`: it cannot be used; `unknown`: there is no prediction " +
      "of that id, or not any more; `replayed`: the request was done before, and single outcomes are not remembered.",
    ["learned", "duplicate", "refused", "unknown", "replayed"],
  ),
  "id?": textSchema("The id of the sample or the prediction."),
  "output?": output,
  ...rest,
  "cost?": numberSchema("The cost of the prediction."),
  "field?": textSchema("The field that cannot be used."),
  "rule?": textSchema("What that field must be."),
};

const summary: Members = {
  samples: countSchema("How many were learned."),
  duplicates: countSchema("How many were not learned, as their ids were learned before."),
  refused: countSchema("How many were refused, labels of unknown predictions included."),
  cost: knownNumberSchema("The mean cost of those that were learned; null if none was."),
  version: countSchema("The version of the model that knows them."),
  before: countSchema("How many samples the model had learned in all its life before the first of these."),
};

const id: Members = { "id?": textSchema("The id for a late label, if `remember` asked for it.") };

/** The schemas of answers to learning and predicting. */
export const answerSchemas: Readonly<Record<string, Schema>> = {
  Prediction: objectSchema("A prediction.", { ...id, ...prediction }),
  PredictAnswer: objectSchema("A prediction, and the version that made it.", { ...id, ...prediction, version }),
  PredictManyAnswer: objectSchema("Predictions in the order of the inputs, and the version that made them.", {
    predictions: arraySchema("The predictions.", schemaRef("Prediction")),
    version,
  }),
  Outcome: objectSchema("What has become of a sample or a label.", outcome),
  LearnAnswer: objectSchema("What learning has done; it is durable.", {
    ...summary,
    "replayed?": flagSchema("Whether this is the answer to an earlier request with the same key."),
    "results?": arraySchema("What has become of each; missing where the answer is replayed.", schemaRef("Outcome")),
  }),
  LearnLine: {
    description:
      "A line of the answer to a body that is learned while it arrives: one for each sample, and one at the end.",
    oneOf: [schemaRef("OutcomeLine"), schemaRef("DoneLine"), schemaRef("FailedLine")],
  },
  OutcomeLine: objectSchema("What has become of the sample on a line; it is durable.", {
    line: countSchema("The number of the line, from 1 on."),
    ...outcome,
  }),
  DoneLine: objectSchema("The last line: all was read, and what was learned.", {
    status: { const: "done" },
    ...summary,
  }),
  FailedLine: objectSchema("The last line: from a line on nothing was learned; what was before it is durable.", {
    status: { const: "failed" },
    line: countSchema("The first line that was not learned."),
    problem: schemaRef("Problem"),
    ...summary,
  }),
};
