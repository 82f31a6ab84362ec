import type { Hono } from "../deps/hono.ts";
import type { ModelDirectory } from "./hosted/model_directory.ts";

/** An endpoint of models. */
export interface App extends Hono {
  /** The models that are served. */
  readonly models: ModelDirectory;
  /**
   * Takes nothing new: from now on requests are answered with 503. Event streams end, and what was taken is finished.
   *
   * @returns Resolves when all of it is durable, after 5 seconds at the latest.
   */
  close(): Promise<void>;
}
