import { RequestError } from "../request_error.ts";

/**
 * Waits for a part of a body, but not for ever.
 *
 * @param part The part to come.
 * @param milliseconds How long to wait for it.
 * @returns The part.
 * @throws {RequestError} 408 if it is late; the answer closes the connection.
 */
export function within<T>(part: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late(milliseconds)), milliseconds);
    part.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function late(milliseconds: number): RequestError {
  const detail = `Cannot read the body as it must arrive in time: current value is late after ${milliseconds} ms`;
  return new RequestError({ status: 408, title: "Request Timeout", detail }, { connection: "close" });
}
