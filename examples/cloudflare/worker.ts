/**
 * The endpoint on Cloudflare Workers: a Durable Object for each model, which learns in one place and keeps what it has learned
 * on its own disk, one that knows their names, and in front of them a Worker that knows whom to ask.
 *
 * Run, in this folder: npm install && npx wrangler dev --var BACKSTREAM_TOKEN:secret
 * Deploy: npx wrangler deploy && npx wrangler secret put BACKSTREAM_TOKEN
 */
import { adam, createLearner, loadKernel } from "@backstream/backstream";
import { type App, createApp } from "@backstream/backstream/http";
import { type DurableObjectStorage, durableObjectStore } from "@backstream/backstream/store/durable_object";
import { type Context, Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { HTTPException } from "hono/http-exception";
// @ts-ignore: kernel.ts writes it, and Workers make a module of it
import simd from "./simd.wasm";

/** What the Worker is given by wrangler.jsonc, and the secret. */
interface Env {
  readonly BACKSTREAM_TOKEN: string;
  readonly MODELS: Objects;
  readonly NAMES: Objects;
}

interface Objects {
  getByName(name: string): { fetch(request: Request): Promise<Response> };
}

loadKernel(simd);
const iris = createLearner({
  network: { inputs: 4, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy" },
  optimizer: adam({ learningRate: 0.01 }),
  labels: ["setosa", "versicolor", "virginica"],
});

/** The object of one model: iris, or what was made of it over HTTP. */
export class Model {
  readonly #app: App;

  constructor({ storage }: { storage: DurableObjectStorage }, { BACKSTREAM_TOKEN: token }: Env) {
    this.#app = createApp({ models: { iris }, store: durableObjectStore(storage), auth: { token } });
  }

  fetch(request: Request): Response | Promise<Response> {
    return this.#app.fetch(request);
  }
}

/** The object that knows which models were made over HTTP: `PUT /NAME` and `DELETE /NAME`, and all names are answered. */
export class Names {
  readonly #rows: (query: string, ...bindings: string[]) => Record<string, unknown>[];

  constructor({ storage: { sql } }: { storage: DurableObjectStorage }) {
    this.#rows = (query, ...bindings) => sql.exec(query, ...bindings).toArray();
    this.#rows("CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY)");
  }

  fetch({ method, url }: Request): Response {
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    if (method === "PUT") this.#rows("INSERT OR IGNORE INTO names VALUES (?)", name);
    if (method === "DELETE") this.#rows("DELETE FROM names WHERE name = ?", name);
    return Response.json(this.#rows("SELECT name FROM names ORDER BY name").map(({ name }) => name));
  }
}

type FrontContext = Context<{ Bindings: Env }>;
const front = new Hono<{ Bindings: Env }>();
for (const path of ["/models/*", "/v2/models/*"]) {
  // Whoever has no token can make no objects.
  front.use(
    path,
    (context, next) => bearerAuth<{ Bindings: Env }>({ token: context.env.BACKSTREAM_TOKEN })(context, next),
  );
}
front.get("/models", async (context) => {
  const names = new Set(["iris", ...await note(context, "GET")]);
  const models = await Promise.all(Array.from(names, (name) => lookAt(context, name)));
  return context.json({ models: models.filter((model) => model !== undefined) });
});
front.put("/models/:name", async (context) => {
  const name = context.req.param("name");
  await note(context, "PUT", name); // before it is made, as one that is not there is left out of the list
  const answer = await ask(context, name);
  if (answer.ok) await note(context, "PUT", name); // should it have been found missing meanwhile
  return answer;
});
front.delete("/models/:name", async (context) => {
  const name = context.req.param("name");
  const answer = await ask(context, name);
  if (answer.ok) await lookAt(context, name);
  return answer;
});
for (const path of ["/models/:name/*", "/v2/models/:name/*"]) {
  front.all(path, (context) => ask(context, context.req.param("name")!));
}
front.all("*", (context) => ask(context, "iris")); // what is not about one model
front.onError((error, context) => {
  if (error instanceof HTTPException) return ask(context, "iris"); // which tells what is wrong with the token
  throw error;
});

function ask({ env, req }: FrontContext, name: string, request = req.raw): Promise<Response> {
  return env.MODELS.getByName(name).fetch(request);
}

/** What the object of a model tells of it. The name of one that is not there, and is not made just now, is forgotten. */
async function lookAt(context: FrontContext, name: string): Promise<unknown> {
  const found = await describe(context, name);
  if (found !== undefined || name === "iris") return found;
  await note(context, "DELETE", name);
  const made = await describe(context, name);
  if (made !== undefined) await note(context, "PUT", name);
  return made;
}

async function describe(context: FrontContext, name: string): Promise<unknown> {
  const authorization = context.req.header("authorization")!;
  const address = new URL(`/models/${encodeURIComponent(name)}`, context.req.url);
  const request = new Request(address, { headers: { authorization } });
  try {
    const answer = await ask(context, name, request);
    const body = await answer.json();
    if (answer.ok) return body;
    return answer.status === 404 ? undefined : { name, problem: body };
  } catch {
    return { name, problem: { status: 503, title: "Service Unavailable" } };
  }
}

/** Tells the object that knows the names of one, and takes all that it knows. */
async function note({ env }: FrontContext, method: string, name = ""): Promise<string[]> {
  const answer = await env.NAMES.getByName("names").fetch(
    new Request(`https://names/${encodeURIComponent(name)}`, { method }),
  );
  return await answer.json();
}

export default front;
