import type { Learner } from "../learner/mod.ts";
import type { Store } from "../store/mod.ts";
import type { AuthOptions } from "./auth/token_options.ts";
import type { Tracer } from "./observe/tracer.ts";

/** How much may be asked for. What is over a limit is refused with the status in brackets. */
export interface LimitOptions {
  /**
   * How many bytes a body may have that is read whole, as it arrives and when it is inflated (413).
   *
   * @default {4194304}
   */
  readonly bodyBytes?: number;
  /**
   * How many bytes a body may have that is learned while it arrives, NDJSON or CSV, when it is inflated (413).
   *
   * @default {1073741824}
   */
  readonly streamBytes?: number;
  /**
   * How many bytes a line of NDJSON or a row of CSV may have; longer ones are refused, and those after them learned.
   *
   * @default {1048576}
   */
  readonly lineLength?: number;
  /**
   * How many milliseconds a body may take that is read whole, and how long one may pause that is learned while it arrives
   * (408); and how long the client may pause while it reads what has become of the lines.
   *
   * @default {30000}
   */
  readonly bodyMilliseconds?: number;
  /**
   * How many samples a body may hold that is read whole (413).
   *
   * @default {10000}
   */
  readonly samplesPerRequest?: number;
  /**
   * How many fields a record may have (422).
   *
   * @default {10000}
   */
  readonly fields?: number;
  /**
   * How many characters a text in a record may have (422).
   *
   * @default {100000}
   */
  readonly textLength?: number;
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
   * How many models may be made while the app runs (409).
   *
   * @default {100}
   */
  readonly models?: number;
  /**
   * How many parameters a model that is made while the app runs may have (422).
   *
   * @default {10000000}
   */
  readonly parameters?: number;
  /**
   * How many bytes a snapshot may have that a model is made from (413).
   *
   * @default {67108864}
   */
  readonly stateBytes?: number;
  /**
   * How many clients may follow events at the same time (503).
   *
   * @default {256}
   */
  readonly eventStreams?: number;
  /**
   * How many requests each token may make in a second, in the long run and at once; without tokens, all together (429).
   *
   * @default {Infinity}
   */
  readonly requestsPerSecond?: number;
}

/** Which pages of other origins may use the endpoint from a browser. */
export interface CorsOptions {
  /** The origins, as `https://example.com`, or `*` for all. */
  readonly origin: string | readonly string[];
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
  /** How much may be asked for. */
  readonly limits?: LimitOptions;
  /** Which pages of other origins may use the endpoint. By default none. */
  readonly cors?: CorsOptions;
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
  /**
   * Whether `GET /metrics` needs no token. Otherwise each will do.
   *
   * @default {false}
   */
  readonly openMetrics?: boolean;
  /** What makes a span of each request, and of what models do: a `Tracer` of OpenTelemetry. By default there are none. */
  readonly tracer?: Tracer;
  /** Takes errors that are not the client's; what it throws is lost. By default they are written to the console. */
  readonly onError?: (error: unknown) => void;
}
