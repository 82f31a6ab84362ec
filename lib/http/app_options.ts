import type { Learner } from "../learner/mod.ts";
import type { Store } from "../store/mod.ts";

/** Who may use the endpoint. */
export interface AuthOptions {
  /** The bearer token, or several of which each will do: letters, digits and `-._~+/`, and `=` only at the end. */
  readonly token: string | readonly string[];
}

/** How much one request may ask for. */
export interface LimitOptions {
  /**
   * How many bytes a body may have.
   *
   * @default {4194304}
   */
  readonly bodyBytes?: number;
  /**
   * How many samples a body may hold.
   *
   * @default {10000}
   */
  readonly samplesPerRequest?: number;
  /**
   * How many samples may wait for a model to be committed; more are answered 503.
   *
   * @default {100000}
   */
  readonly waitingSamples?: number;
  /**
   * How many bytes of requests may wait for a model to be committed; more are answered 503.
   *
   * @default {67108864}
   */
  readonly waitingBytes?: number;
  /**
   * How many models may be made while the app runs.
   *
   * @default {100}
   */
  readonly models?: number;
  /**
   * How many parameters a model that is made while the app runs may have.
   *
   * @default {10000000}
   */
  readonly parameters?: number;
}

/** How much a model remembers beside what it has learned. */
export interface MemoryOptions {
  /**
   * At least so many of the newest sample ids: what has one of these is not learned again.
   *
   * @default {65536}
   */
  readonly ids?: number;
  /**
   * At least so many of the newest idempotency keys, with their answers.
   *
   * @default {16384}
   */
  readonly keys?: number;
  /**
   * At least so many of the newest predictions that were to be remembered, and of their labels.
   *
   * @default {16384}
   */
  readonly predictions?: number;
  /**
   * At most so many bytes of predictions, or fewer of them are remembered.
   *
   * @default {16777216}
   */
  readonly predictionBytes?: number;
  /**
   * For so many milliseconds. Predictions and keys are not found any more after that, however few there are.
   *
   * @default {86400000}
   */
  readonly age?: number;
}

/** Which versions of a model are kept, to be downloaded and to go back to. */
export interface VersionOptions {
  /**
   * How many.
   *
   * @default {10}
   */
  readonly keep?: number;
  /**
   * After how many samples another one is kept.
   *
   * @default {10000}
   */
  readonly samples?: number;
  /**
   * After how many milliseconds another one is kept, if anything was learned in that time.
   *
   * @default {3600000}
   */
  readonly age?: number;
}

/** Options of {@linkcode createApp}. */
export interface AppOptions {
  /** The models by the names they are served under. */
  readonly models: Readonly<Record<string, Learner>>;
  /** Where what they learn is kept. By default the memory of this process, which forgets it. */
  readonly store?: Store;
  /** Who may use the endpoint. By default everyone. */
  readonly auth?: AuthOptions;
  /** How much one request may ask for. */
  readonly limits?: LimitOptions;
  /**
   * How old a prediction's model may be, in milliseconds, where other instances learn on the same store.
   *
   * @default {1000}
   */
  readonly staleness?: number;
  /** How much a model remembers beside what it has learned. */
  readonly memory?: MemoryOptions;
  /** Which versions of a model are kept. */
  readonly versions?: VersionOptions;
  /**
   * How many milliseconds there are at least from one commit of a model to the next: fewer and larger commits for a store
   * that is paid by them, and later answers.
   *
   * @default {0}
   */
  readonly commitInterval?: number;
  /** Takes errors that are not the client's. By default they are written to the console. */
  readonly onError?: (error: unknown) => void;
}
