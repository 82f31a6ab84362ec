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
  /** Takes errors that are not the client's. By default they are written to the console. */
  readonly onError?: (error: unknown) => void;
}
