import { examples } from "./examples.ts";
import type { Operation, Parameter } from "./operation.ts";
import { countSchema, textSchema } from "./plain_schemas.ts";
import { arraySchema, closedSchema, objectSchema, type Schema, schemaRef } from "./schema.ts";

const ifMatch: Parameter = {
  name: "If-Match",
  in: "header",
  description: "Do it only if the model is at this version, as in the header ETag of the model; `*`: if there is one.",
  schema: textSchema("A version in quotes, or several, or `*`."),
};

const ifNoneMatch: Parameter = {
  name: "If-None-Match",
  in: "header",
  description: "`*`: do it only if there is no such model.",
  schema: textSchema("`*`, or versions in quotes."),
};

const bytes: Schema = textSchema("The bytes of a safetensors file.", { contentMediaType: "application/octet-stream" });
const model = { "application/json": { schema: schemaRef("Model"), example: examples.model } };
const etag = { ETag: "The version in quotes." };

/** Models, their versions, and what happens to them. */
export const modelOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/models",
    id: "listModels",
    tag: "Models",
    summary: "List models",
    scope: "predict",
    answers: {
      200: {
        description: "All models, sorted by name.",
        content: {
          "application/json": {
            schema: objectSchema("All models.", {
              models: arraySchema("The models.", { anyOf: [schemaRef("Model"), schemaRef("LostModel")] }),
            }),
            example: examples.models,
          },
        },
      },
    },
  },
  {
    method: "get",
    path: "/models/:name",
    id: "getModel",
    tag: "Models",
    summary: "Tell about a model",
    description: "What it is, how much it has learned, its scores beside those of baselines, and its learning curve.",
    scope: "predict",
    answers: { 200: { description: "The model.", content: model, headers: etag } },
    errors: [404],
  },
  {
    method: "put",
    path: "/models/:name",
    id: "putModel",
    tag: "Models",
    summary: "Make or replace a model",
    description:
      "From a description of how it learns, or from a snapshot. A model that was given in code takes only what " +
      "is of its kind (409).",
    scope: "admin",
    parameters: [ifMatch, ifNoneMatch],
    body: {
      "application/json": { schema: schemaRef("LearnerDescription"), example: examples.description },
      "application/octet-stream": { schema: bytes },
      "application/vnd.safetensors": { schema: bytes },
    },
    answers: {
      200: { description: "It was replaced.", content: model, headers: { ...etag, Location: "Its address." } },
      201: { description: "It is new.", content: model, headers: { ...etag, Location: "Its address." } },
    },
    errors: [400, 408, 409, 412, 413, 415, 422, 503],
  },
  {
    method: "delete",
    path: "/models/:name",
    id: "removeModel",
    tag: "Models",
    summary: "Remove a model",
    description: "And everything that is kept of it. One that was given in code cannot be removed (409).",
    scope: "admin",
    parameters: [ifMatch],
    answers: { 204: { description: "It is gone." } },
    errors: [404, 409, 412, 503],
  },
  {
    method: "get",
    path: "/models/:name/schema",
    id: "getSchema",
    tag: "Models",
    summary: "Tell what a model takes",
    description:
      "JSON Schemas of its samples, inputs and labels, for forms and clients. They follow the model where it " +
      "learns new fields or labels.",
    scope: "predict",
    answers: {
      200: {
        description: "The schemas.",
        content: {
          "application/json": {
            schema: objectSchema("JSON Schemas 2020-12.", {
              sample: { description: "That of a sample.", type: "object" },
              input: { description: "That of an input to predict.", type: "object" },
              label: { description: "That of a late label.", type: "object" },
            }),
          },
        },
      },
    },
    errors: [404],
  },
  {
    method: "get",
    path: "/models/:name/events",
    id: "followModel",
    tag: "Models",
    summary: "Follow a model",
    description:
      "Server-sent events: first `state`, then what happens, and comments while nothing does. What was missed " +
      "between two connections is not sent.",
    scope: "predict",
    answers: {
      200: {
        description: "The events, until the model is removed; the schema is that of their data.",
        content: { "text/event-stream": { schema: schemaRef("ModelEvent"), example: examples.events } },
      },
    },
    errors: [404, 503],
  },
  {
    method: "get",
    path: "/models/:name/versions",
    id: "listVersions",
    tag: "Models",
    summary: "List kept versions",
    scope: "predict",
    answers: {
      200: {
        description: "The versions, the newest first.",
        content: {
          "application/json": {
            schema: objectSchema("The versions.", { versions: arraySchema("They.", schemaRef("KeptVersion")) }),
            example: examples.versions,
          },
        },
      },
    },
    errors: [404],
  },
  {
    method: "get",
    path: "/models/:name/snapshot",
    id: "getSnapshot",
    tag: "Models",
    summary: "Download a snapshot",
    description: "Everything the model has learned, as a safetensors file, which `PUT /models/{name}` takes.",
    scope: "admin",
    parameters: [
      {
        name: "version",
        in: "query",
        description: "A kept version; the newest commit by default.",
        schema: countSchema("The number of the commit."),
      },
      {
        name: "If-None-Match",
        in: "header",
        description: "What the client has already, by its entity tag.",
        schema: textSchema("Entity tags."),
      },
    ],
    answers: {
      200: {
        description: "The file.",
        content: { "application/octet-stream": { schema: bytes } },
        headers: { ETag: "The SHA-256 of the file.", "Content-Disposition": "A name for the file." },
      },
      304: { description: "The client has it already.", headers: { ETag: "The SHA-256 of the file." } },
    },
    errors: [400, 404],
  },
  {
    method: "post",
    path: "/models/:name/rollback",
    id: "rollBack",
    tag: "Models",
    summary: "Go back to a version",
    description: "Makes the state of a kept version the head again, as a new version; the head before it is kept.",
    scope: "admin",
    parameters: [ifMatch],
    body: {
      "application/json": {
        schema: closedSchema("Where to go.", { version: countSchema("The number of a kept version.") }),
        example: examples.rollback,
      },
    },
    answers: {
      200: {
        description: "The new version.",
        content: { "application/json": { schema: schemaRef("KeptVersion"), example: examples.rolledBack } },
        headers: etag,
      },
    },
    errors: [400, 404, 408, 412, 413, 415, 422, 503],
  },
];
