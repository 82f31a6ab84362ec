/**
 * What a token is good for; each scope holds the ones before it.
 *
 * - `predict`: to see models and their events, and to predict.
 * - `learn`: to learn samples and labels as well.
 * - `admin`: everything: to make, replace, download, roll back and remove models.
 */
export type Scope = "predict" | "learn" | "admin";

/** A token and what it is good for. */
export interface TokenOptions {
  /** The bearer token: letters, digits and `-._~+/`, and `=` only at the end. */
  readonly token: string;
  /** What it is good for. */
  readonly scope: Scope;
}

/** Who may use the endpoint; at least one token. */
export interface AuthOptions {
  /** The bearer token that is good for everything, or several of which each will do. */
  readonly token?: string | readonly string[];
  /** Tokens that are good for some things only. */
  readonly tokens?: readonly TokenOptions[];
}
