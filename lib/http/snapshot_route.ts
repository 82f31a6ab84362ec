import type { Context } from "../deps/hono.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import { RequestError } from "./request_error.ts";

/**
 * `GET /models/:name/snapshot`: everything the model has learned, as a safetensors file; with `?version=` what a kept version
 * had learned. Its entity tag is the SHA-256 of the file, as a store that forgets may give a version twice.
 *
 * @param context The request.
 * @param desk The models.
 * @returns The file, or 304 if the client has it already.
 */
export async function snapshotRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const bytes = await model.snapshot(versionOf(context)) as Uint8Array<ArrayBuffer>;
  const etag = await entityTag(bytes);
  const known = (context.req.header("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return context.body(null, 304, { etag });
  const name = encodeURIComponent(`${model.name}.safetensors`);
  return context.body(bytes, 200, {
    etag,
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
  });
}

function versionOf(context: Context): number | undefined {
  const text = context.req.query("version");
  if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
  const detail = "Cannot use the query as version must be a whole number: current value is another";
  throw new RequestError({ status: 400, title: "Bad Request", detail });
}

async function entityTag(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}
