import { examples } from "./examples.ts";
import type { Operation } from "./operation.ts";
import { textSchema } from "./plain_schemas.ts";
import { objectSchema } from "./schema.ts";

/** What concerns the service as a whole. */
export const serviceOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/health",
    id: "getHealth",
    tag: "Service",
    summary: "Tell that it is up",
    scope: undefined,
    answers: {
      200: {
        description: "It is up.",
        content: {
          "application/json": {
            schema: objectSchema("How it is.", { status: textSchema("`ok`.") }),
            example: { status: "ok" },
          },
        },
      },
    },
  },
  {
    method: "get",
    path: "/metrics",
    id: "getMetrics",
    tag: "Service",
    summary: "Metrics for Prometheus",
    description:
      "Counts and scores of the models, and the requests to this instance by route and status. In the format of " +
      "OpenMetrics if the request accepts it.",
    scope: "predict",
    answers: {
      200: {
        description: "The metrics.",
        content: {
          "text/plain": { schema: textSchema("The text format 0.0.4."), example: examples.metrics },
          "application/openmetrics-text": { schema: textSchema("The text format of OpenMetrics 1.0.") },
        },
      },
    },
  },
  {
    method: "get",
    path: "/openapi.json",
    id: "getOpenApi",
    tag: "Service",
    summary: "This document",
    scope: undefined,
    answers: {
      200: {
        description: "An OpenAPI 3.1 document.",
        content: {
          "application/json": {
            schema: {
              ...objectSchema("The document.", { openapi: textSchema("The version of OpenAPI.") }),
              additionalProperties: true,
            },
          },
        },
      },
    },
  },
  {
    method: "get",
    path: "/docs",
    id: "getDocs",
    tag: "Service",
    summary: "This document as a page",
    scope: undefined,
    answers: {
      200: { description: "The page.", content: { "text/html": { schema: textSchema("HTML.") } } },
    },
  },
];
