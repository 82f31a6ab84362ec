import { answerSchemas } from "./answer_schemas.ts";
import { inferenceSchemas } from "./inference_schemas.ts";
import { modelSchemas } from "./model_schemas.ts";
import { problemSchema } from "./problem_schema.ts";
import { sampleSchemas } from "./sample_schemas.ts";
import type { Schema } from "./schema.ts";

/** All schemas of the document by their names. */
export const schemas: Readonly<Record<string, Schema>> = {
  ...sampleSchemas,
  ...answerSchemas,
  ...modelSchemas,
  Problem: problemSchema,
  ...inferenceSchemas,
};
