import { examples } from "./examples.ts";
import type { Content, Operation } from "./operation.ts";
import { countSchema, flagSchema, textSchema } from "./plain_schemas.ts";
import { objectSchema, type Schema, schemaRef } from "./schema.ts";

const tag = "Open Inference Protocol";

function json(schema: Schema, example: unknown): Readonly<Record<string, Content>> {
  return { "application/json": { schema, example } };
}

const health = (id: string, path: string, summary: string, members: Record<string, boolean>): Operation => ({
  method: "get",
  path,
  id,
  tag,
  summary,
  scope: undefined,
  answers: {
    200: {
      description: "It is so.",
      content: json(
        objectSchema(
          "How it is.",
          Object.fromEntries(Object.keys(members).map((name) => [name, flagSchema("Always true.")])),
        ),
        members,
      ),
    },
  },
});

const binary: Content = {
  schema: textSchema("JSON, and behind it the tensors in binary form.", {
    contentMediaType: "application/octet-stream",
  }),
};

/** The routes of a model: the newest version, or the one that the address names. */
function modelOperations(path: string, suffix: string, which: string): Operation[] {
  return [
    {
      method: "get",
      path,
      id: `inferenceModel${suffix}`,
      tag,
      summary: `Metadata of ${which}`,
      scope: "predict",
      answers: {
        200: { description: "The tensors.", content: json(schemaRef("InferenceModel"), examples.inferenceModel) },
      },
      errors: [404],
    },
    {
      method: "get",
      path: `${path}/ready`,
      id: `inferenceReady${suffix}`,
      tag,
      summary: `Whether ${which} can predict`,
      scope: "predict",
      answers: {
        200: {
          description: "It can; it is an error otherwise.",
          content: json(
            objectSchema("How it is.", { name: textSchema("The model."), ready: flagSchema("Always true.") }),
            { name: "iris", ready: true },
          ),
        },
      },
      errors: [404],
    },
    {
      method: "post",
      path: `${path}/infer`,
      id: `infer${suffix}`,
      tag,
      summary: `Predict by ${which}`,
      description:
        "One tensor `input` of shape [n, d], or for a model that takes records one a field of shape [n]. With " +
        "the header Inference-Header-Content-Length that many bytes are JSON, and tensors in binary form follow.",
      scope: "predict",
      parameters: [{
        name: "Inference-Header-Content-Length",
        in: "header",
        description: "How many bytes of the body are JSON.",
        schema: countSchema("Bytes."),
      }],
      body: {
        ...json(schemaRef("InferRequest"), examples.inferRequest),
        "application/octet-stream": binary,
      },
      answers: {
        200: {
          description: "The outputs.",
          content: {
            ...json(schemaRef("InferAnswer"), examples.inferAnswer),
            "application/octet-stream": binary,
          },
          headers: { "Inference-Header-Content-Length": "How many bytes are JSON, if tensors in binary form follow." },
        },
      },
      errors: [400, 404, 408, 413, 415, 503],
    },
  ];
}

/** The routes of the Open Inference Protocol, version 2. */
export const inferenceOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/v2",
    id: "inferenceServer",
    tag,
    summary: "Metadata of the server",
    scope: "predict",
    answers: {
      200: {
        description: "What serves.",
        content: json(schemaRef("InferenceServer"), {
          name: "backstream",
          version: "0.1.0",
          extensions: ["binary_tensor_data"],
        }),
      },
    },
  },
  health("inferenceLive", "/v2/health/live", "Whether the server is up", { live: true }),
  health("inferenceServerReady", "/v2/health/ready", "Whether models can predict", { live: true, ready: true }),
  ...modelOperations("/v2/models/:name", "", "the newest version"),
  ...modelOperations("/v2/models/:name/versions/:version", "Version", "a version"),
];
