/** A worker whose Durable Objects are stores, each by its name: /OBJECT/NAME, both encoded. */
import { StoreConflictError } from "../../../lib/store/mod.ts";
import { type DurableObjectStorage, durableObjectStore } from "../../../lib/store/durable_object/mod.ts";

export class Stored {
  readonly #store;

  constructor({ storage }: { storage: DurableObjectStorage }) {
    this.#store = durableObjectStore(storage);
  }

  async fetch(request: Request): Promise<Response> {
    const name = decodeURIComponent(new URL(request.url).pathname.split("/")[2]);
    const expected = request.headers.get("expected") ?? undefined;
    if (request.method === "HEAD") return tell(null, await this.#store.version!(name));
    if (request.method === "GET") {
      const stored = await this.#store.load(name);
      return tell(stored?.bytes.slice() ?? null, stored?.version);
    }
    try {
      if (request.method === "DELETE") return tell(null, await this.#store.remove(name, expected) as undefined);
      return tell(null, await this.#store.save(name, new Uint8Array(await request.arrayBuffer()), expected));
    } catch (error) {
      if (error instanceof StoreConflictError) return new Response(null, { status: 409 });
      throw error;
    }
  }
}

function tell(body: Uint8Array<ArrayBuffer> | null, version: string | undefined): Response {
  return new Response(body, { headers: version === undefined ? {} : { version } });
}

interface Objects {
  idFromName(name: string): unknown;
  get(id: unknown): { fetch(request: Request): Promise<Response> };
}

export default {
  fetch(request: Request, { OBJECTS }: { OBJECTS: Objects }): Promise<Response> {
    const [, object] = new URL(request.url).pathname.split("/");
    return OBJECTS.get(OBJECTS.idFromName(object)).fetch(request);
  },
};
