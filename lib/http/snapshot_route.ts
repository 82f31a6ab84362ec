import type { Context } from "../deps/hono.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";

/**
 * `GET /models/:name/snapshot`: everything the model has learned, as a safetensors file. Its entity tag is the SHA-256 of
 * the file, as a store that forgets may give a version twice.
 *
 * @param context The request.
 * @param model The model it names.
 * @returns The file, or 304 if the client has it already.
 */
export async function snapshotRoute(context: Context, model: HostedModel): Promise<Response> {
  const bytes = await model.snapshot() as Uint8Array<ArrayBuffer>;
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

async function entityTag(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}
