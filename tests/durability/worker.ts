/** A worker whose Durable Object serves the model and keeps it in its own storage. */
import { type App, createApp } from "../../lib/http/mod.ts";
import { type DurableObjectStorage, durableObjectStore } from "../../lib/store/durable_object/mod.ts";
import { createModel } from "./model.ts";

export class Stored {
  readonly #app: App;

  constructor({ storage }: { storage: DurableObjectStorage }) {
    const models = { model: createModel() };
    this.#app = createApp({ models, store: durableObjectStore(storage), versions: { keep: 3, samples: 500 } });
  }

  fetch(request: Request): Response | Promise<Response> {
    return this.#app.fetch(request);
  }
}

interface Objects {
  idFromName(name: string): unknown;
  get(id: unknown): { fetch(request: Request): Promise<Response> };
}

export default {
  fetch: (request: Request, { OBJECTS }: { OBJECTS: Objects }): Promise<Response> =>
    OBJECTS.get(OBJECTS.idFromName("model")).fetch(request),
};
