import type { Learner, LearnerState } from "../../learner/mod.ts";
import { outputForm } from "../output_form.ts";
import { recordSchema } from "./record_schema.ts";
import { sampleSchemas } from "./sample_schemas.ts";
import { arraySchema, closedSchema, type Schema } from "./schema.ts";

/** What a model takes, as JSON Schemas 2020-12. */
export interface ModelSchema {
  /** That of a sample. */
  readonly sample: Schema;
  /** That of an input to predict. */
  readonly input: Schema;
  /** That of a late label. */
  readonly label: Schema;
}

const LARGEST = 3.4028234663852886e38;
const finite: Schema = { type: "number", minimum: -LARGEST, maximum: LARGEST };

/**
 * What a model takes, so that forms and clients can be made of it. What JSON Schema cannot say is left out: that a sparse
 * vector has one value an index.
 *
 * @param learner How the model learns.
 * @param state What it knows, by which fields and labels may grow in number.
 * @returns The schemas; they refer to nothing outside of themselves.
 */
export function modelSchema(learner: Learner, state: LearnerState): ModelSchema {
  const { Sample, Label } = sampleSchemas as Record<string, { properties: Record<string, Schema> }>;
  const { weight, id, time } = Sample.properties;
  const features = featuresSchema(learner, state);
  const target = targetSchema(learner, state);
  const whole = { $schema: "https://json-schema.org/draft/2020-12/schema" };
  const importance = { ...weight, maximum: Number.MAX_VALUE };
  return {
    sample: {
      ...whole,
      ...closedSchema("A sample of this model.", { features, target, "weight?": importance, "id?": id, "time?": time }),
    },
    input: {
      ...whole,
      ...closedSchema("An input of this model.", { features, "target?": {}, "weight?": {}, "id?": {}, "time?": {} }),
    },
    label: {
      ...whole,
      ...closedSchema("A late label for a prediction of this model.", {
        id: Label.properties.id,
        target,
        "weight?": importance,
      }),
    },
  };
}

function featuresSchema(learner: Learner, state: LearnerState): Schema {
  const fields = learner.fieldsOf?.(state);
  if (fields !== undefined) return recordSchema(fields);
  if ("maker" in learner.description) return { description: "Features by name.", type: "object" };
  const { inputs } = state.network;
  const size = { minItems: inputs, maxItems: inputs };
  const index: Schema = { type: "integer", minimum: 0, maximum: inputs - 1 };
  return {
    description: `${inputs} numbers, or those of them that are not zero.`,
    anyOf: [
      arraySchema("All of them.", finite, size),
      closedSchema("Those that are not zero.", {
        indices: arraySchema("Their positions, from 0 on.", index, { uniqueItems: true }),
        values: arraySchema("They, one a position.", finite),
      }),
    ],
  };
}

function targetSchema(learner: Learner, state: LearnerState): Schema {
  const { labels } = outputForm(learner, state);
  if ("maker" in learner.description) {
    return labels.length === 0 ? sampleSchemas.Target : { ...sampleSchemas.Target, examples: labels };
  }
  const { cost, layers } = state.network;
  const { units } = layers[layers.length - 1];
  const number: Schema = cost === "crossEntropy" ? { type: "number", minimum: 0, maximum: 1 } : finite;
  return {
    description: "What came true.",
    anyOf: [
      ...labels.length === 0 ? [] : [{ description: "A label.", type: "string", enum: labels }],
      units === 1
        ? { description: "The output.", ...number }
        : { description: "The class, from 0 on.", type: "integer", minimum: 0, maximum: units - 1 },
      arraySchema("One number an output.", number, { minItems: units, maxItems: units }),
    ],
  };
}
