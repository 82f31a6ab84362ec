import type { App } from "../../lib/http/mod.ts";

/** Answers what the load asks: learn, label and predict with an id, as JSON; everything else as the app does. */
export function serveModel(app: App): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = new URL(request.url).pathname;
    if (request.method !== "POST") return await app.fetch(request);
    const model = (await app.models.get("model"))!;
    const body = await request.json();
    const key = request.headers.get("idempotency-key");
    const idempotency = key === null ? {} : { idempotency: { key, fingerprint: path + JSON.stringify(body) } };
    try {
      if (path.endsWith("/predict")) {
        const { ids } = await model.predict([body.features], { remember: true });
        return Response.json({ id: ids![0] });
      }
      const { learned, before, replayed, duplicates } = path.endsWith("/label")
        ? await model.label({ labels: [body], ...idempotency })
        : await model.learn({ samples: [body].flat(), ...idempotency });
      return Response.json({ samples: learned, before, replayed, duplicates });
    } catch (error) {
      const { problem } = error as { problem?: { status: number } };
      return Response.json({ error: String(error) }, { status: problem?.status ?? 500 });
    }
  };
}
