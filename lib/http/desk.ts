import type { ModelDirectory } from "./hosted/model_directory.ts";
import type { Limits } from "./read_limits.ts";

/** What all routes work with. */
export interface Desk {
  /** The models. */
  readonly models: ModelDirectory;
  /** How much may be asked for. */
  readonly limits: Limits;
  /** Takes an error that is not the client's; throws nothing. */
  report(error: unknown): void;
  /** What ends each of the event streams that are open. */
  readonly followers: Set<() => void>;
}
