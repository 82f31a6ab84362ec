import { RequestError } from "../request_error.ts";

/** So many turns of promises a part may take that has arrived already; only for one that has not a timer is worth its time. */
const TURNS = 8;

const NOTHING = Symbol("nothing");

/**
 * Waits for a part of a body that comes over the network, but not for ever.
 *
 * @param part The part to come.
 * @param milliseconds How long to wait for it.
 * @returns The part.
 * @throws {RequestError} 408 if it is late; the answer closes the connection. 503 if the connection is lost, as it is when the
 * server shuts down while a body arrives; only a client reads it that was not the reason.
 */
export async function within<T>(part: Promise<T>, milliseconds: number): Promise<T> {
  let arrived = NOTHING as T | typeof NOTHING; // not narrowed, as it is set elsewhere
  let isLost = false;
  part.then((value) => arrived = value, () => isLost = true);
  for (let turns = 0; turns < TURNS && arrived === NOTHING && !isLost; turns++) await undefined;
  if (arrived !== NOTHING) return arrived;
  try {
    return await (isLost ? part : inTime(part, milliseconds));
  } catch (error) {
    throw error instanceof RequestError ? error : lost(error);
  }
}

function inTime<T>(part: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late(milliseconds)), milliseconds);
    part.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}

function lost(cause: unknown): RequestError {
  const detail = "Cannot read the body as it must arrive whole: current value is cut short";
  return new RequestError({ status: 503, title: "Service Unavailable", detail }, { "retry-after": "1" }, { cause });
}

function late(milliseconds: number): RequestError {
  const detail = `Cannot read the body as it must arrive in time: current value is late after ${milliseconds} ms`;
  return new RequestError({ status: 408, title: "Request Timeout", detail }, { connection: "close" });
}
