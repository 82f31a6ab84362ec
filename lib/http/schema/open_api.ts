import { dashboardOperations } from "./dashboard_operations.ts";
import type { Answer, Content, Operation, Parameter } from "./operation.ts";
import { inferenceOperations } from "./inference_operations.ts";
import { learningOperations } from "./learning_operations.ts";
import { modelOperations } from "./model_operations.ts";
import type { OpenApiContent, OpenApiDocument, OpenApiOperation, OpenApiResponse } from "./open_api_document.ts";
import { type Schema, schemaRef } from "./schema.ts";
import { schemas } from "./schemas.ts";
import { serviceOperations } from "./service_operations.ts";
import { version } from "../version.ts";

/** What the document says of one app. */
export interface OpenApiOptions {
  /** Whether requests must carry a token. */
  readonly auth: boolean;
  /** Whether the metrics are open to all. */
  readonly openMetrics: boolean;
}

/** All operations, in the order of the document. */
export const operations: readonly Operation[] = [
  ...learningOperations,
  ...modelOperations,
  ...serviceOperations,
  ...inferenceOperations,
  ...dashboardOperations,
];

/** Where sessions are opened and closed, which there are only where there are tokens. */
const SESSIONS: ReadonlySet<string> = new Set(["/dashboard/login", "/dashboard/logout"]);

/** What the statuses of errors mean. */
const ERRORS: Readonly<Record<number, string>> = {
  400: "The request is malformed.",
  401: "The request carries no valid token.",
  403: "The token is not good for this.",
  404: "There is no such model or version.",
  408: "The body took too long.",
  409: "It does not fit what is there.",
  412: "The model is not at the version that the request names.",
  413: "The request asks for too much.",
  415: "The body is of another type or compression.",
  422: "The body is read but cannot be used; nothing has changed.",
  429: "Too many requests; Retry-After tells when to come back.",
  500: "The server has failed.",
  503: "The server is busy, nothing was learned, and Retry-After tells when to come back.",
};

const TAGS: Readonly<Record<Operation["tag"], string>> = {
  Learning: "Learn samples as they come, predict, and learn what came true.",
  Models: "What is served, its versions, and what happens to it.",
  Service: "Health, metrics and documentation.",
  Dashboard: "Pages for browsers and what they ask for; they are entered by a session and may change with any version.",
  "Open Inference Protocol": 'Version 2 of the protocol, for its clients. Errors are `{ "error": text }` there.',
};

const SCHEMES: Readonly<Record<string, Schema>> = {
  bearer: { type: "http", scheme: "bearer" },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "backstream",
    description: "A session of the dashboard. Where the address has a port, the name has it too: `backstream-8000`.",
  },
};

/**
 * The description of an app as an OpenAPI 3.1 document, made of the same schemas that its tests validate by.
 *
 * @param options What is so in this app.
 * @returns The document.
 */
export function openApi(options: OpenApiOptions): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const operation of operations) {
    if (!options.auth && SESSIONS.has(operation.path)) continue;
    (paths[pathOf(operation.path)] ??= {})[operation.method] = describe(operation, options);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Backstream",
      version,
      description:
        "Models that learn from each request. Errors are `application/problem+json` (RFC 9457). Bodies may be " +
        "compressed with gzip. A GET route answers HEAD too.",
    },
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas,
      responses: {
        ...Object.fromEntries(errorResponses("Problem", "application/problem+json")),
        ...Object.fromEntries(errorResponses("InferenceError", "application/json")),
      },
      ...options.auth ? { securitySchemes: SCHEMES } : {},
    },
  };
}

function pathOf(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

function errorResponses(schema: string, type: string): [string, OpenApiResponse][] {
  return Object.entries(ERRORS).map(([status, description]) => {
    const headers = status === "429" || status === "503" ? headersOf({ "Retry-After": "Seconds to wait." }) : {};
    return [`${schema}${status}`, { description, content: { [type]: { schema: schemaRef(schema) } }, ...headers }];
  });
}

function describe(operation: Operation, { auth, openMetrics }: OpenApiOptions): OpenApiOperation {
  const { id, tag, summary, description, path, parameters = [], body } = operation;
  const scope = openMetrics && path === "/metrics" ? undefined : operation.scope;
  const all = [...pathParameters(path), ...parameters].map((each) => ({ ...each, required: each.in === "path" }));
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...description === undefined ? {} : { description },
    ...auth ? { security: scope === undefined ? [] : [{ [tag === "Dashboard" ? "session" : "bearer"]: [scope] }] } : {},
    ...all.length === 0 ? {} : { parameters: all },
    ...body === undefined ? {} : { requestBody: { required: true as const, content: contentOf(body) } },
    responses: responsesOf(operation, auth && scope !== undefined),
  };
}

function pathParameters(path: string): Parameter[] {
  return Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
    name,
    in: "path",
    description: name === "name" ? "The name of the model." : "The number of a version.",
    schema: { type: "string", pattern: name === "name" ? "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$" : "^(0|[1-9][0-9]*)$" },
  }));
}

function responsesOf({ answers, errors = [], tag }: Operation, guarded: boolean): OpenApiOperation["responses"] {
  const schema = tag === "Open Inference Protocol" ? "InferenceError" : "Problem";
  const statuses = new Set([...errors, ...guarded ? [400, 401, 403] : [], 429, 500, 503]);
  return {
    ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)])),
    ...Object.fromEntries(
      [...statuses].sort().map((status) => [String(status), { $ref: `#/components/responses/${schema}${status}` }]),
    ),
  };
}

function responseOf({ description, content, headers }: Answer): OpenApiResponse {
  return {
    description,
    ...content === undefined ? {} : { content: contentOf(content) },
    ...headers === undefined ? {} : headersOf(headers),
  };
}

function headersOf(headers: Readonly<Record<string, string>>): Pick<OpenApiResponse, "headers"> {
  const entries = Object.entries(headers).map((
    [name, description],
  ) => [name, { description, schema: { type: "string" } }]);
  return { headers: Object.fromEntries(entries) };
}

function contentOf(content: Readonly<Record<string, Content>>): OpenApiContent {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema, example }]) => {
      return [type, example === undefined ? { schema } : { schema, example }];
    }),
  );
}
