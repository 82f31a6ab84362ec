import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { openApi, operations } from "../../../lib/http/schema/open_api.ts";
import type { OpenApiOperation, OpenApiResponse } from "../../../lib/http/schema/open_api_document.ts";
import type { Schema } from "../../../lib/http/schema/schema.ts";
import { classLearner } from "../apps.ts";
import { validatorOf } from "./ajv.ts";

const document = openApi({ auth: true, openMetrics: false });
const all: [name: string, operation: OpenApiOperation][] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map((
    [method, operation],
  ): [string, OpenApiOperation] => [`${method.toUpperCase()} ${path}`, operation])
);

for (const options of [{}, { auth: { token: "secret" } }, { auth: { token: "secret" }, openMetrics: true }]) {
  Deno.test(`openApi() names every route and nothing else, with ${JSON.stringify(options)}`, async () => {
    const app = createApp({ models: {}, ...options });
    const routes = app.routes.filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const { paths } = await (await app.request("/openapi.json")).json();
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`)
    );
    assertEquals(named.sort(), [...new Set(routes)].sort());
  });
}

Deno.test("openApi() says who may use a route as the app has it", async () => {
  for (const openMetrics of [false, true]) {
    const tokens = (["predict", "learn", "admin"] as const).map((scope) => ({ token: scope, scope }));
    const app = createApp({ models: { iris: classLearner() }, auth: { tokens }, openMetrics });
    const { paths } = openApi({ auth: true, openMetrics });
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        if (security !== undefined && security.length > 0 && "session" in security[0]) continue;
        const address = path.replace("{name}", "missing").replace("{version}", "0");
        const statusFor = async (headers: HeadersInit) => {
          const response = await app.request(address, { method: method.toUpperCase(), headers });
          await response.body?.cancel();
          return response.status;
        };
        const [{ bearer: [scope] } = { bearer: [] }] = security ?? [];
        const least = ["predict", "learn", "admin"].indexOf(scope);
        assertEquals(await statusFor({}) === 401, scope !== undefined, `${method} ${path} without a token`);
        for (const [i, { token }] of tokens.entries()) {
          const status = await statusFor({ authorization: `Bearer ${token}` });
          assertEquals(status === 403, i < least, `${method} ${path} with ${token}: ${status}`);
        }
      }
    }
    await app.close();
  }
});

Deno.test("openApi() says of an app without tokens that none is needed", () => {
  const { paths, components } = openApi({ auth: false, openMetrics: false });
  assertEquals("securitySchemes" in components, false);
  const guarded = Object.values(paths).flatMap((methods) => Object.values(methods)).filter((each) =>
    "security" in each
  );
  assertEquals(guarded, []);
});

Deno.test("openApi() holds schemas that compile, each pointing at what is there, and none that nothing points at", () => {
  const validator = validatorOf(document, "open");
  const used = new Set(
    Array.from(
      JSON.stringify(document).matchAll(/#\/components\/(schemas|responses)\/(\w+)/g),
      ([, kind, name]) => `${kind}/${name}`,
    ),
  );
  const { schemas, responses } = document.components;
  for (const name of Object.keys(schemas)) validator({ $ref: `#/components/schemas/${name}` });
  const defined = [
    ...Object.keys(schemas).map((name) => `schemas/${name}`),
    ...Object.keys(responses).map((name) => `responses/${name}`),
  ];
  assertEquals([...used].filter((name) => !defined.includes(name)), []);
  assertEquals(Object.keys(schemas).filter((name) => !used.has(`schemas/${name}`)), []);
});

Deno.test("openApi() has an id, a tag of its own, path parameters and answers for every operation", () => {
  const ids = all.map(([, { operationId }]) => operationId);
  assertEquals(new Set(ids).size, ids.length);
  assertEquals(ids.length, operations.length);
  const tags = document.tags.map(({ name }) => name);
  for (const [name, { tags: own, parameters = [], responses }] of all) {
    assertEquals(own.every((tag) => tags.includes(tag)), true, name);
    const inPath = Array.from(name.matchAll(/{(\w+)}/g), ([, parameter]) => parameter);
    assertEquals(parameters.filter(({ in: place }) => place === "path").map(({ name }) => name), inPath, name);
    assertEquals(Object.keys(responses).some((status) => status < "400"), true, name);
  }
});

/** What an example holds: itself, or what stands in the lines or events of a text. */
function partsOf(type: string, example: unknown): unknown[] {
  if (type.endsWith("json") && type !== "application/x-ndjson") return [example];
  const text = example as string;
  if (type === "application/x-ndjson") return text.trimEnd().split("\n").map((line) => JSON.parse(line));
  if (type === "text/event-stream") return Array.from(text.matchAll(/^data: (.*)$/gm), ([, data]) => JSON.parse(data));
  return [example];
}

Deno.test("openApi() has examples that its schemas let through, without members that it does not name", () => {
  const validator = validatorOf(document, "closed");
  let count = 0;
  for (const [name, { requestBody, responses }] of all) {
    const contents = [
      requestBody?.content,
      ...Object.values(responses).map((each) => (each as OpenApiResponse).content),
    ];
    for (const [type, { schema, example }] of contents.flatMap((content) => Object.entries(content ?? {}))) {
      if (example === undefined) continue;
      const validate = validator(schema as Schema);
      for (const part of partsOf(type, example)) {
        assertEquals([validate(part), validate.errors], [true, null], `${name} ${type} ${JSON.stringify(part)}`);
        count++;
      }
    }
  }
  assertEquals(count > 30, true);
});
