/** Every answer of a real app is one that the document has: its status, its type, and all that it holds. */
import { encodeLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import type { OpenApiDocument, OpenApiResponse } from "../../../lib/http/schema/open_api_document.ts";
import { classLearner, lineLearner } from "../apps.ts";
import { validatorOf } from "./ajv.ts";

const app = createApp({ models: { colors: classLearner(), line: lineLearner() }, versions: { samples: 1 } });
const document: OpenApiDocument = await (await app.request("/openapi.json")).json();
const validator = validatorOf(document, "closed");
const seen = new Set<string>();

interface Request {
  readonly type?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Sends a request, compares the answer with the document, and gives what it says. */
async function exchange(name: string, path: string, { type, body, headers }: Request = {}) {
  const [method, route] = name.split(" ");
  const kind = type ?? "application/json";
  const response = await app.request(path, {
    method,
    headers: { ...body === undefined ? {} : { "content-type": kind }, ...headers },
    ...body === undefined ? {} : { body: (kind === "application/json" ? JSON.stringify(body) : body) as BodyInit },
  });
  const { status } = response;
  const declared = document.paths[route][method.toLowerCase()].responses[status];
  assertEquals(declared !== undefined, true, `${name} answers ${status}`);
  seen.add(`${name} ${status}`);
  const told: OpenApiResponse = "$ref" in declared
    ? document.components.responses[declared.$ref.slice("#/components/responses/".length)]
    : declared;
  const [media] = (response.headers.get("content-type") ?? "").split(";");
  if (told.content === undefined) {
    assertEquals(await response.text(), "", name);
    return undefined;
  }
  assertEquals(Object.keys(told.content).includes(media), true, `${name} ${status} answers ${media}`);
  for (const header of Object.keys(told.headers ?? {})) {
    if (header !== "Inference-Header-Content-Length") {
      assertEquals(response.headers.has(header), true, `${name} ${header}`);
    }
  }
  const validate = validator(told.content[media].schema);
  const check = (value: unknown) =>
    assertEquals([validate(value), validate.errors], [true, null], `${name} ${JSON.stringify(value)}`);
  if (media === "text/event-stream") return { response, check };
  if (media.endsWith("x-ndjson")) {
    const lines = (await response.text()).trimEnd().split("\n").map((line) => JSON.parse(line));
    lines.forEach(check);
    return lines;
  }
  if (!media.endsWith("json")) return await response.arrayBuffer();
  const value = await response.json();
  check(value);
  return value;
}

const model = "/models/{name}";
const sample = { features: [0, 1], target: "blue" };

Deno.test("answers to learning and predicting are those of the document", async () => {
  const learn = `POST ${model}/learn`;
  await exchange(learn, "/models/colors/learn", { body: sample });
  await exchange(learn, "/models/colors/learn", { body: [sample, { ...sample, id: "a" }, { ...sample, id: "a" }] });
  const headers = { "idempotency-key": "k" };
  await exchange(learn, "/models/colors/learn", { body: sample, headers });
  const replayed = await exchange(learn, "/models/colors/learn", { body: sample, headers });
  assertEquals(replayed.replayed, true);
  await exchange(learn, "/models/line/learn", { body: { features: [1], target: 2 } });
  await exchange(learn, "/models/colors/learn", { body: { ...sample, features: [1] } });
  await exchange(learn, "/models/colors/learn", { body: "{", type: "application/json; x" });
  await exchange(learn, "/models/colors/learn", { body: "x", type: "text/plain" });
  await exchange(learn, "/models/none/learn", { body: sample });
  const lines = [sample, { features: [1] }, { ...sample, id: "a" }, "oops"].map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  const answered = await exchange(learn, "/models/colors/learn", { body: lines, type: "application/x-ndjson" });
  assertEquals(answered.map(({ status }: { status: string }) => status), [
    "learned",
    "refused",
    "duplicate",
    "refused",
    "done",
  ]);
  await exchange(learn, "/models/colors/learn", { body: "x,y,target\n1,0,red\n1,red\n", type: "text/csv" });

  const predict = `POST ${model}/predict`;
  await exchange(predict, "/models/colors/predict", { body: { features: [1, 0] } });
  await exchange(predict, "/models/line/predict", { body: [{ features: [1] }] });
  const { id } = await exchange(predict, "/models/colors/predict?remember=1", { body: { features: [1, 0] } });
  await exchange(predict, "/models/colors/predict?remember=maybe", { body: { features: [1, 0] } });

  const label = `POST ${model}/label`;
  await exchange(label, "/models/colors/label", { body: { id, target: "red" } });
  await exchange(label, "/models/colors/label", { body: { id, target: "red" } });
  await exchange(label, "/models/colors/label", { body: { id: "unknown", target: "red" } });
  await exchange(label, "/models/colors/label", { body: [{ id: "unknown", target: "red" }, { id, target: "red" }] });
});

Deno.test("answers about models are those of the document", async () => {
  await exchange("GET /models", "/models");
  await exchange(`GET ${model}`, "/models/colors");
  await exchange(`GET ${model}`, "/models/none");
  await exchange(`GET ${model}/schema`, "/models/colors/schema");
  const { versions } = await exchange(`GET ${model}/versions`, "/models/colors/versions");
  await exchange(`GET ${model}/snapshot`, "/models/colors/snapshot");
  await exchange(`GET ${model}/snapshot`, "/models/colors/snapshot", { headers: { "if-none-match": "*" } });
  await exchange(`GET ${model}/snapshot`, "/models/colors/snapshot?version=x");
  await exchange(`POST ${model}/rollback`, "/models/colors/rollback", { body: { version: versions.at(-1).version } });
  await exchange(`GET ${model}`, "/models/colors");
  await exchange(`GET ${model}/versions`, "/models/colors/versions");
  await exchange(`POST ${model}/rollback`, "/models/colors/rollback", { body: { version: 99 } });
  await exchange(`POST ${model}/rollback`, "/models/colors/rollback", { body: {} });
  await exchange(`DELETE ${model}`, "/models/colors");
  const learner = classLearner();
  await exchange(`PUT ${model}`, "/models/new", { body: learner.description });
  const bytes = encodeLearner(learner, learner.init());
  await exchange(`PUT ${model}`, "/models/new", { body: bytes, type: "application/octet-stream" });
  await exchange(`PUT ${model}`, "/models/new", { body: "x", type: "application/vnd.safetensors" });
  await exchange(`PUT ${model}`, "/models/new", { body: learner.description, headers: { "if-match": '"77"' } });
  await exchange(`PUT ${model}`, "/models/line", { body: learner.description });
  await exchange(`DELETE ${model}`, "/models/new", { headers: { "if-match": '"77"' } });
  await exchange(`DELETE ${model}`, "/models/new");
  await exchange(`DELETE ${model}`, "/models/new");
});

Deno.test("events are those of the document", async () => {
  const { response, check } = await exchange(`GET ${model}/events`, "/models/line/events");
  const reader = (response as Response).body!.pipeThrough(new TextDecoderStream()).getReader();
  const types: string[] = [];
  let text = "";
  const read = async (until: string) => {
    while (!types.includes(until)) {
      text += (await reader.read()).value;
      for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
        const data = JSON.parse(text.slice(0, end).match(/^data: (.*)$/m)![1]);
        check(data);
        types.push(data.type);
      }
    }
  };
  await read("state");
  await exchange(`POST ${model}/learn`, "/models/line/learn", { body: { features: [1], target: 2 } });
  await read("learned");
  await exchange(`POST ${model}/rollback`, "/models/line/rollback", { body: { version: 1 } });
  await read("rollback");
  await reader.cancel();
  assertEquals(types[0], "state");
});

Deno.test("answers of the Open Inference Protocol are those of the document", async () => {
  const tensor = { name: "input", shape: [1, 1], datatype: "FP32", data: [1] };
  await exchange("GET /v2", "/v2");
  await exchange("GET /v2/health/live", "/v2/health/live");
  await exchange("GET /v2/health/ready", "/v2/health/ready");
  for (const [route, path] of [["{name}", "line"], ["{name}/versions/{version}", "line/versions/1"]]) {
    await exchange(`GET /v2/models/${route}`, `/v2/models/${path}`);
    await exchange(`GET /v2/models/${route}/ready`, `/v2/models/${path}/ready`);
    await exchange(`POST /v2/models/${route}/infer`, `/v2/models/${path}/infer`, {
      body: { id: "1", inputs: [tensor] },
    });
    await exchange(`POST /v2/models/${route}/infer`, `/v2/models/${path}/infer`, {
      body: { inputs: [tensor], parameters: { binary_data_output: true } },
    });
    await exchange(`POST /v2/models/${route}/infer`, `/v2/models/${path}/infer`, { body: {} });
    await exchange(`GET /v2/models/${route}`, `/v2/models/${path.replace("line", "none")}`);
  }
});

Deno.test("answers of the service are those of the document", async () => {
  await exchange("GET /health", "/health");
  await exchange("GET /metrics", "/metrics");
  await exchange("GET /metrics", "/metrics", { headers: { accept: "application/openmetrics-text" } });
  await exchange("GET /openapi.json", "/openapi.json");
  await exchange("GET /docs", "/docs");
});

Deno.test("answers of the dashboard are those of the document", async () => {
  const type = "application/x-www-form-urlencoded";
  await exchange("GET /", "/");
  for (const path of ["/dashboard/events", "/dashboard/models/{name}/events"]) {
    const { response } = await exchange(`GET ${path}`, path.replace("{name}", "line"));
    await (response as Response).body!.cancel();
  }
  await exchange("GET /dashboard/models/{name}", "/dashboard/models/line");
  await exchange("GET /dashboard/models/{name}", "/dashboard/models/none");
  const predict = "POST /dashboard/models/{name}/predict";
  await exchange(predict, "/dashboard/models/line/predict", { type, body: "features=1" });
  const rollback = "POST /dashboard/models/{name}/rollback";
  await exchange(rollback, "/dashboard/models/line/rollback", { type, body: "version=1" });
  await exchange(rollback, "/dashboard/models/line/rollback", { type, body: "version=x" });
});

Deno.test("every operation has been tried, with every answer that is no error", async () => {
  const wanted = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).filter((status) => status < "400").map((status) =>
        `${method.toUpperCase()} ${path} ${status}`
      )
    )
  );
  assertEquals(wanted.filter((name) => !seen.has(name)), []);
  await app.close();
});
