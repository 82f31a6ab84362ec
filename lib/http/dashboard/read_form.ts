import type { Context } from "../../deps/hono.ts";
import { mediaType } from "../body/media_type.ts";
import { readBody } from "../body/read_body.ts";
import type { Limits } from "../read_limits.ts";

/**
 * Reads what a form was filled in with.
 *
 * @param context The request.
 * @param limits How much of it is read.
 * @returns The values by the names of the controls.
 * @throws {RequestError} 415 if it is no form, and as `readBody` does.
 */
export async function readForm(
  context: Context,
  { bodyBytes, bodyMilliseconds }: Pick<Limits, "bodyBytes" | "bodyMilliseconds">,
): Promise<URLSearchParams> {
  mediaType(context, ["application/x-www-form-urlencoded"]);
  const bytes = await readBody(context.req.raw, { bytes: bodyBytes, milliseconds: bodyMilliseconds });
  return new URLSearchParams(new TextDecoder().decode(bytes));
}
