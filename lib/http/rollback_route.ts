import type { Context } from "../deps/hono.ts";
import { SampleError } from "../feature/mod.ts";
import { readJson } from "./body/read_json.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import { versionRule, versionTag } from "./version_rule.ts";

/**
 * `POST /models/:name/rollback`: makes the state of a kept version the head again, as a new version. The body is
 * `{ version }`.
 *
 * @param context The request; `If-Match` is heeded.
 * @param desk The models and limits.
 * @returns The new version, and which one it has restored.
 */
export async function rollbackRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const { values, single } = await readJson(context, { ...desk.limits, samplesPerRequest: 1 });
  const kept = await model.rollback(versionOf(single ? values[0] : undefined), versionRule(context));
  return context.json(kept, 200, { etag: versionTag(kept.version) });
}

function versionOf(body: unknown): number {
  const version = typeof body === "object" && body !== null ? (body as { version?: unknown }).version : undefined;
  if (typeof version === "number" && Number.isSafeInteger(version) && version >= 0) return version;
  throw new SampleError({ field: "version", rule: "be a whole number from 0 on", value: version });
}
