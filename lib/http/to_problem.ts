import { HTTPException } from "../deps/hono.ts";
import { SampleError } from "../feature/mod.ts";
import { StoreBusyError } from "../store/mod.ts";
import { busy } from "./busy.ts";
import { type Problem, problemResponse } from "./problem.ts";
import { RequestError } from "./request_error.ts";

/**
 * The answer to an error. What is wrong with a request is told; of everything else only that it happened.
 *
 * @param error What was thrown.
 * @param requestId The id of the request, which the answer tells.
 * @returns The answer, and whether the error is the server's own and ought to be reported. To be busy is none, but that the
 * store could not be used for long is one.
 */
export function toProblem(error: unknown, requestId?: string): { response: Response; internal: boolean } {
  const { problem, headers = {} } = describe(error);
  const internal = error instanceof StoreBusyError || problem.status >= 500 && problem.status !== 503;
  const named = requestId === undefined ? problem : { ...problem, requestId };
  return { response: problemResponse(named, headers), internal };
}

function describe(error: unknown): { problem: Problem; headers?: Record<string, string> } {
  if (error instanceof RequestError) return error;
  if (error instanceof SampleError) return { problem: sampleProblem(error) };
  if (error instanceof StoreBusyError) return busy("others use the store");
  if (error instanceof HTTPException && error.status < 500) return ofException(error);
  return { problem: { status: 500, title: "Internal Server Error" } };
}

function sampleProblem({ message, field, rule, value, index }: SampleError): Problem {
  const path = index === undefined ? field : `samples[${index}].${field}`;
  const place = index === undefined ? {} : { index };
  const shown = isShort(value) ? { value } : {}; // the detail describes any value
  const what = { detail: message, field: path, rule, ...shown, ...place };
  return { status: 422, title: "Unprocessable Content", ...what };
}

/** JSON would make null of a number that is not finite. */
function isShort(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" ? value.length <= 80 : value === null || typeof value !== "object";
}

/** What Hono's own middleware throws, which is about tokens. */
function ofException(exception: HTTPException) {
  const challenge = exception.getResponse().headers.get("www-authenticate");
  const title = exception.status === 401 ? "Unauthorized" : "Bad Request";
  const detail = "Cannot serve the request as it must carry a valid bearer token";
  return {
    problem: { status: exception.status, title, detail },
    ...challenge === null ? {} : { headers: { "www-authenticate": challenge } },
  };
}
