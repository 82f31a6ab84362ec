import { HTTPException } from "../deps/hono.ts";
import { SampleError } from "../feature/mod.ts";
import { problemResponse } from "./problem.ts";
import { RequestError } from "./request_error.ts";

/**
 * The answer to an error. What is wrong with a request is told; of everything else only that it happened.
 *
 * @param error What was thrown.
 * @returns The answer, and whether the error is the server's own and ought to be reported.
 */
export function toProblem(error: unknown): { response: Response; internal: boolean } {
  if (error instanceof RequestError) {
    return { response: problemResponse(error.problem, error.headers), internal: error.problem.status >= 500 };
  }
  if (error instanceof SampleError) return { response: sampleProblem(error), internal: false };
  if (error instanceof HTTPException && error.status < 500) return { response: ofException(error), internal: false };
  return { response: problemResponse({ status: 500, title: "Internal Server Error" }), internal: true };
}

function sampleProblem({ message, field, rule, value, index }: SampleError): Response {
  const path = index === undefined ? field : `samples[${index}].${field}`;
  const place = index === undefined ? {} : { index };
  const shown = isShort(value) ? { value } : {}; // the detail describes any value
  const what = { detail: message, field: path, rule, ...shown, ...place };
  return problemResponse({ status: 422, title: "Unprocessable Content", ...what });
}

/** JSON would make null of a number that is not finite. */
function isShort(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" ? value.length <= 80 : value === null || typeof value !== "object";
}

/** What Hono's own middleware throws, which is about tokens. */
function ofException(exception: HTTPException): Response {
  const challenge = exception.getResponse().headers.get("www-authenticate");
  const title = exception.status === 401 ? "Unauthorized" : "Bad Request";
  const detail = "Cannot serve the request as it must carry a valid bearer token";
  return problemResponse(
    { status: exception.status, title, detail },
    challenge === null ? {} : { "www-authenticate": challenge },
  );
}
