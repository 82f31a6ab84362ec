import type { Answer, Content, Operation } from "./operation.ts";
import { flagSchema, textSchema } from "./plain_schemas.ts";
import { objectSchema, type Schema } from "./schema.ts";

const tag = "Dashboard";
const form = (schema: Schema): Readonly<Record<string, Content>> => ({
  "application/x-www-form-urlencoded": { schema },
});
const page: Answer = {
  description: "The page; one that asks for a token where there is no session.",
  content: { "text/html": { schema: textSchema("HTML.") } },
};
const parts: Answer = {
  description: "Parts of the page whenever they change, and comments while nothing does.",
  content: {
    "text/event-stream": {
      schema: objectSchema("The data of an event.", {
        id: textSchema("Which part of the page it is."),
        html: textSchema("The part."),
      }),
    },
  },
};
const elsewhere: Answer = { description: "The page to go to.", headers: { Location: "Its address." } };
const calm = {
  name: "calm",
  in: "query" as const,
  description: "Whether parts are sent seldom, for readers who want less motion.",
  schema: { ...flagSchema("Whether seldom."), type: ["boolean", "string"] },
};

/** Pages for browsers, and what they ask for. They are entered by a session and may change with any version. */
export const dashboardOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/",
    id: "showModels",
    tag,
    summary: "All models as a page",
    scope: "predict",
    answers: { 200: page },
  },
  {
    method: "get",
    path: "/dashboard/models/:name",
    id: "showModel",
    tag,
    summary: "A model as a page",
    description: "Its learning curve, scores and versions, and a form to predict.",
    scope: "predict",
    parameters: [{
      name: "restored",
      in: "query",
      description: "The version that was gone back to, of which the page tells.",
      schema: textSchema("The number of the commit."),
    }],
    answers: { 200: page },
    errors: [404],
  },
  {
    method: "get",
    path: "/dashboard/events",
    id: "followModelsPage",
    tag,
    summary: "What changes on the page of all models",
    scope: "predict",
    parameters: [calm],
    answers: { 200: parts },
    errors: [503],
  },
  {
    method: "get",
    path: "/dashboard/models/:name/events",
    id: "followModelPage",
    tag,
    summary: "What changes on the page of a model",
    scope: "predict",
    parameters: [calm],
    answers: { 200: parts },
    errors: [404, 503],
  },
  {
    method: "post",
    path: "/dashboard/models/:name/predict",
    id: "predictByForm",
    tag,
    summary: "Predict by the form",
    scope: "predict",
    body: form(objectSchema("The fields of the form.", {})),
    answers: { 200: { ...page, description: "The page with the prediction." } },
    errors: [400, 404, 408, 413, 415],
  },
  {
    method: "post",
    path: "/dashboard/models/:name/rollback",
    id: "rollBackByForm",
    tag,
    summary: "Go back to a version by the form",
    scope: "admin",
    body: form(objectSchema("Where to go.", { version: textSchema("The number of a kept version.") })),
    answers: { 303: elsewhere },
    errors: [400, 404, 408, 413, 415, 422],
  },
  {
    method: "post",
    path: "/dashboard/login",
    id: "openSession",
    tag,
    summary: "Open a session",
    scope: undefined,
    body: form(objectSchema("Who it is.", {
      token: textSchema("A token."),
      "next?": textSchema("The page to go to."),
    })),
    answers: {
      303: { ...elsewhere, headers: { ...elsewhere.headers, "Set-Cookie": "The session." } },
      401: { ...page, description: "The token is not valid." },
    },
    errors: [403, 408, 413, 415],
  },
  {
    method: "post",
    path: "/dashboard/logout",
    id: "closeSession",
    tag,
    summary: "Close the session",
    scope: undefined,
    answers: { 303: elsewhere },
    errors: [403],
  },
];
