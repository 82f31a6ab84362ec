/**
 * The endpoint on Cloudflare Workers: a Durable Object for each model, which learns in one place and keeps what it has learned
 * on its own disk, and in front of them a Worker that knows whom to ask.
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
  readonly MODELS: { getByName(name: string): { fetch(request: Request): Promise<Response> } };
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

type FrontContext = Context<{ Bindings: Env }>;
const front = new Hono<{ Bindings: Env }>();
for (const path of ["/models/:name/*", "/v2/models/:name/*"]) {
  // Whoever has no token can make no objects.
  front.use(
    path,
    (context, next) => bearerAuth<{ Bindings: Env }>({ token: context.env.BACKSTREAM_TOKEN })(context, next),
  );
  front.all(path, (context) => ask(context, context.req.param("name")!));
}
front.all("*", (context) => ask(context, "iris")); // what is not about one model
front.onError((error, context) => {
  if (error instanceof HTTPException) return ask(context, "iris"); // which tells what is wrong with the token
  throw error;
});

function ask({ env, req }: FrontContext, name: string): Promise<Response> {
  return env.MODELS.getByName(name).fetch(req.raw);
}

export default front;
