import type { Context } from "../deps/hono.ts";
import type { IdempotencyKey } from "./hosted/learn_request.ts";
import { RequestError } from "./request_error.ts";

/**
 * What a client calls a request, so that it is not done twice: the header `Idempotency-Key`, 1 to 200 visible characters.
 * The fingerprint is the SHA-256 of everything else that counts.
 *
 * @param context The request.
 * @param body Its body, or a part of it.
 * @param part Which part, if each is a request of its own.
 * @returns The key; undefined if there is none.
 * @throws {RequestError} 400 if it is none.
 */
export async function readIdempotency(
  context: Context,
  body: string,
  part?: number,
): Promise<IdempotencyKey | undefined> {
  const key = readKey(context);
  if (key === undefined) return undefined;
  const { method, path } = context.req;
  const utf8 = new TextEncoder();
  const head = utf8.encode(`${method} ${path} ${context.req.header("content-type") ?? ""}\n`);
  const whole = new Uint8Array([...head, ...await sha256(utf8.encode(body))]);
  const digest = await crypto.subtle.digest("SHA-256", whole);
  return { key: part === undefined ? key : `${key}#${part}`, fingerprint: hex(digest) };
}

/**
 * The header `Idempotency-Key` of a request.
 *
 * @param context The request.
 * @returns The key; undefined if there is none.
 * @throws {RequestError} 400 if it is none.
 */
export function readKey(context: Context): string | undefined {
  const key = context.req.header("idempotency-key");
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const detail = "Cannot read the header Idempotency-Key as it must have 1 to 200 visible characters";
  throw new RequestError({ status: 400, title: "Bad Request", detail });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
