import type { Features, Sample, Target } from "../feature/mod.ts";
import type { LearnerDescription } from "../learner/mod.ts";
import type {
  KeptVersion,
  LearnAnswer,
  LearnSummary,
  LostModel,
  ModelAnswer,
  ModelEvent,
  PredictAnswer,
  PredictManyAnswer,
  StreamedResult,
} from "./answers.ts";

/** Options of {@linkcode createClient}. */
export interface ClientOptions {
  /** The address of the endpoint; it may have a path. */
  readonly url: string | URL;
  /** The bearer token, if the endpoint wants one. */
  readonly token?: string;
  /** What sends requests. By default the `fetch` of the runtime. */
  readonly fetch?: typeof fetch;
  /**
   * How often a request is sent again at most.
   *
   * @default {5}
   */
  readonly retries?: number;
  /**
   * How many milliseconds one answer may take.
   *
   * @default {30000}
   */
  readonly timeout?: number;
  /**
   * The longest time to wait before sending again, in milliseconds. If the endpoint asks for a longer one, its error is
   * thrown.
   *
   * @default {30000}
   */
  readonly longestWait?: number;
}

/** Options of every request. */
export interface CallOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** Options of a request to learn. */
export interface ChangeOptions extends CallOptions {
  /**
   * What to call the request, so that it is done once, however often it is sent: 1 to 200 visible characters. By default a
   * random one, under which the client itself may send it again.
   */
  readonly key?: string;
}

/** Options of {@linkcode Client.learnStream}. */
export interface LearnStreamOptions extends ChangeOptions {
  /**
   * Which results are given: of all samples, or of those that were not learned.
   *
   * @default {"all"}
   */
  readonly results?: "all" | "problems";
  /**
   * How many samples a request has at most.
   *
   * @default {512}
   */
  readonly batch?: number;
  /**
   * After how many milliseconds a request is sent that has fewer.
   *
   * @default {1000}
   */
  readonly linger?: number;
}

/** Options of a prediction. */
export interface PredictOptions extends CallOptions {
  /**
   * Whether to remember predictions durably and give their ids, to which late labels can be joined.
   *
   * @default {false}
   */
  readonly remember?: boolean;
}

/** What is to be predicted; a sample is one. */
export interface Input {
  /** The features. */
  readonly features: Features;
}

/** What came true of a prediction. */
export interface Label {
  /** The id of the prediction. */
  readonly id: string;
  /** What came true. */
  readonly target: Target;
  /** Importance, as that of a sample. */
  readonly weight?: number;
}

/**
 * An endpoint. All methods reject with a `ProblemError` if its answer is an error, and with a `ConnectionError` if there is
 * none.
 */
export interface Client {
  /** Learns samples, all or none of them; what it resolves to is durable, and learned once. */
  learn(model: string, samples: Sample | readonly Sample[], options?: ChangeOptions): Promise<LearnAnswer>;
  /**
   * Learns samples while they come, each for itself. Requests are sent one after the other and hold a bounded number of
   * samples, so that memory stays flat and a source that waits to be asked is not asked too early. A request that fails is
   * sent again, and what it taught is not learned twice.
   *
   * @returns The results as they become durable; at the end what was learned in all.
   */
  learnStream(
    model: string,
    samples: AsyncIterable<Sample> | Iterable<Sample>,
    options?: LearnStreamOptions,
  ): AsyncGenerator<StreamedResult, LearnSummary, void>;
  /** Predicts. */
  predict(model: string, input: Input, options?: PredictOptions): Promise<PredictAnswer>;
  /** Predicts several. */
  predict(model: string, inputs: readonly Input[], options?: PredictOptions): Promise<PredictManyAnswer>;
  /** Learns what came true of predictions that were remembered: one label, or several, each for itself. */
  label(model: string, labels: Label | readonly Label[], options?: ChangeOptions): Promise<LearnAnswer>;
  /** All models. */
  models(options?: CallOptions): Promise<readonly (ModelAnswer | LostModel)[]>;
  /** What a model is and how much it has learned. */
  model(name: string, options?: CallOptions): Promise<ModelAnswer>;
  /** Makes a model, or replaces what is there, from a description or from the bytes of a snapshot. */
  put(name: string, source: LearnerDescription | Uint8Array, options?: CallOptions): Promise<ModelAnswer>;
  /** Removes a model and everything that is kept of it. */
  remove(name: string, options?: CallOptions): Promise<void>;
  /** Everything that a model has learned, now or at a kept version, as `decodeLearner` reads it. */
  snapshot(name: string, options?: CallOptions & { readonly version?: number }): Promise<Uint8Array>;
  /** The versions that are kept, the newest first. */
  versions(name: string, options?: CallOptions): Promise<readonly KeptVersion[]>;
  /** Makes the state of a kept version the head again, as a new version. */
  rollback(name: string, version: number, options?: CallOptions): Promise<KeptVersion>;
  /**
   * Follows a model: first the event `state`, then what happens. Where the connection ends it is made again, and there is
   * another `state`; what happened in between is not told. It ends with the event `removed`.
   */
  events(name: string, options?: CallOptions): AsyncGenerator<ModelEvent, void, void>;
}
