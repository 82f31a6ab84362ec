import { datatypes } from "../inference/datatypes.ts";
import { choiceSchema, flagSchema, textSchema } from "./plain_schemas.ts";
import { arraySchema, type Members, objectSchema, type Schema, schemaRef } from "./schema.ts";

const datatype = choiceSchema("The type of the elements.", Object.keys(datatypes));
const name = textSchema("The name of the tensor.");
const data: Members = {
  "data?": arraySchema("The elements, flat or nested as the shape says.", {
    type: ["number", "string", "boolean", "array"],
    items: { type: ["number", "string", "boolean"] },
  }),
  "parameters?": parametersSchema("Parameters of the tensor.", {
    "binary_data_size?": {
      description: "How many bytes behind the JSON are this tensor; then there is no data.",
      type: ["integer", "null"],
      minimum: 0,
    },
  }),
};

/** Some clients write null for what they do not give. */
function parametersSchema(description: string, members: Members): Schema {
  return { ...objectSchema(description, members), type: ["object", "null"], additionalProperties: true };
}

/** The schemas of the Open Inference Protocol, version 2. */
export const inferenceSchemas: Readonly<Record<string, Schema>> = {
  InferenceServer: objectSchema("What serves.", {
    name: textSchema("The name of the server."),
    version: textSchema("Its version."),
    extensions: arraySchema("The extensions of the protocol that it has.", { type: "string" }),
  }),
  InferenceModel: objectSchema("What a model takes and answers.", {
    name: textSchema("The name of the model."),
    versions: arraySchema("The versions that can be named in an address, the newest first.", { type: "string" }),
    platform: textSchema("What kind of model it is."),
    inputs: arraySchema("What it takes.", schemaRef("TensorMetadata")),
    outputs: arraySchema("What it answers.", schemaRef("TensorMetadata")),
  }),
  TensorMetadata: objectSchema("A tensor.", {
    name,
    datatype,
    shape: arraySchema("Its shape; -1 stands for any number.", { type: "integer", minimum: -1 }),
  }),
  Tensor: objectSchema("A tensor, its elements in JSON or behind it.", {
    name,
    datatype,
    shape: arraySchema("Its shape: [n] or [n, d].", { type: "integer", minimum: 1 }, { minItems: 1, maxItems: 2 }),
    ...data,
  }),
  InferRequest: objectSchema("A request to infer.", {
    "id?": textSchema("What the client calls the request.", { type: ["string", "null"] }),
    "parameters?": parametersSchema("Parameters of the request.", {
      "binary_data_output?": { ...flagSchema("Whether outputs are sent in binary form."), type: ["boolean", "null"] },
    }),
    inputs: arraySchema("The tensors, as the metadata of the model names them.", schemaRef("Tensor"), { minItems: 1 }),
    "outputs?": arraySchema(
      "The outputs to answer; all if there is no list.",
      objectSchema("An output.", {
        name,
        "parameters?": parametersSchema("Parameters of the output.", {
          "binary_data?": { ...flagSchema("Whether it is sent in binary form."), type: ["boolean", "null"] },
        }),
      }),
      { type: ["array", "null"] },
    ),
  }),
  InferAnswer: objectSchema("What the model answers.", {
    model_name: textSchema("The name of the model."),
    model_version: textSchema("The version that has predicted."),
    "id?": textSchema("What the client called the request."),
    outputs: arraySchema("The outputs.", schemaRef("Tensor")),
  }),
  InferenceError: objectSchema("What went wrong, as the protocol has it.", { error: textSchema("What it is.") }),
};
