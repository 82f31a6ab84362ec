import { countSchema, numberSchema, textSchema } from "./plain_schemas.ts";
import { arraySchema, closedSchema, type Schema, schemaRef } from "./schema.ts";

const id = textSchema("A name of 1 to 256 characters.", { minLength: 1, maxLength: 256 });
const weight = { ...numberSchema("Importance: 2 counts as two such samples."), minimum: 0, default: 1 };

/** The schemas of what is learned and predicted, whatever the model; that of one model is under `/models/{name}/schema`. */
export const sampleSchemas: Readonly<Record<string, Schema>> = {
  Features: {
    description: "The input: an array of numbers, a sparse vector, or a record where the model takes one.",
    anyOf: [
      arraySchema("One number an input.", { type: "number" }),
      schemaRef("SparseFeatures"),
      schemaRef("FeatureRecord"),
    ],
  },
  SparseFeatures: closedSchema("A vector by its elements that are not zero.", {
    indices: arraySchema("Their positions.", countSchema("A position, from 0 on."), { uniqueItems: true }),
    values: arraySchema("The numbers there, one a position.", { type: "number" }),
  }),
  FeatureRecord: {
    description: "Features by name. A field that is null or missing is a missing value.",
    type: "object",
    additionalProperties: {
      type: ["number", "string", "boolean", "null", "array"],
      items: { type: ["number", "string", "boolean", "null"] },
    },
  },
  Target: {
    description: "What came true: a number, the index of a class, a label, one number an output, or numbers or truth " +
      "values by label. Which of them a model takes is up to its task.",
    anyOf: [
      { type: ["number", "string", "boolean"] },
      arraySchema("One number an output.", { type: "number" }),
      { type: "object", additionalProperties: { type: ["number", "boolean"] } },
    ],
  },
  Sample: closedSchema("One example to learn from.", {
    features: schemaRef("Features"),
    target: schemaRef("Target"),
    "weight?": weight,
    "id?": { ...id, description: "A name of 1 to 256 characters; a sample of the same name is not learned again." },
    "time?": numberSchema("When it was seen, in milliseconds since 1970."),
  }),
  Input: closedSchema("What is to be predicted. A sample is one: what came true of it is not looked at.", {
    features: schemaRef("Features"),
    "target?": {},
    "weight?": {},
    "id?": {},
    "time?": {},
  }),
  Label: closedSchema("What came true of a prediction that was remembered.", {
    id: { ...id, description: "The id of the prediction." },
    target: schemaRef("Target"),
    "weight?": weight,
  }),
};
