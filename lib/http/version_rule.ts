import type { Context } from "../deps/hono.ts";
import type { VersionRule } from "./hosted/hosted_model.ts";
import { RequestError } from "./request_error.ts";

/**
 * What a client takes a model for that it changes (RFC 9110, 13.1): `If-Match: "3"` wants it to be at version 3,
 * `If-Match: *` to be there, and `If-None-Match: *` not to be there.
 *
 * @param context The request.
 * @returns What throws a RequestError 412 if it is not so; undefined if the client says nothing.
 */
export function versionRule(context: Context): VersionRule | undefined {
  const wanted = tagsOf(context.req.header("if-match"));
  const unwanted = tagsOf(context.req.header("if-none-match"));
  if (wanted === undefined && unwanted === undefined) return undefined;
  return (version) => {
    const tag = version === undefined ? undefined : versionTag(version);
    if (wanted !== undefined && !isAmong(tag, wanted)) refuse("If-Match", tag);
    if (unwanted !== undefined && isAmong(tag, unwanted)) refuse("If-None-Match", tag);
  };
}

/**
 * Whether a client takes a model for whatever is there: it says nothing, or has `*` in `If-Match`, and no
 * `If-None-Match`.
 *
 * @param context The request.
 * @returns Whether it does.
 */
export function takesAny(context: Context): boolean {
  const wanted = tagsOf(context.req.header("if-match"));
  return context.req.header("if-none-match") === undefined && (wanted === undefined || wanted.includes("*"));
}

/**
 * The entity tag of a version.
 *
 * @param version The number of the commit.
 * @returns The number in quotes.
 */
export function versionTag(version: number): string {
  return `"${version}"`;
}

function tagsOf(header: string | undefined): string[] | undefined {
  return header?.split(",").map((tag) => tag.trim());
}

function isAmong(tag: string | undefined, tags: readonly string[]): boolean {
  return tag !== undefined && (tags.includes("*") || tags.includes(tag));
}

function refuse(header: string, tag: string | undefined): never {
  const current = tag === undefined ? "there is none" : `its version is ${tag}`;
  const detail = `Cannot change the model as it must be what ${header} says: ${current}`;
  throw new RequestError({ status: 412, title: "Precondition Failed", detail });
}
