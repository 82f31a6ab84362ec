import type { Scope } from "../auth/token_options.ts";
import type { Schema } from "./schema.ts";

/** A body of a request or an answer. */
export interface Content {
  /** What each line, event or the whole holds, by the type of the body; a text where there is no JSON in it. */
  readonly schema: Schema;
  /** A body of that kind. */
  readonly example?: unknown;
}

/** Something that a request says beside its body. */
export interface Parameter {
  /** Its name. */
  readonly name: string;
  /** Where it stands. */
  readonly in: "path" | "query" | "header";
  /** What it says. */
  readonly description: string;
  /** Its values. */
  readonly schema: Schema;
}

/** An answer that is no error. */
export interface Answer {
  /** When it is given. */
  readonly description: string;
  /** Its bodies by their types; none where it has no body. */
  readonly content?: Readonly<Record<string, Content>>;
  /** Its headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A route and a method of it. */
export interface Operation {
  /** The method. */
  readonly method: "get" | "post" | "put" | "delete";
  /** The route as Hono has it, with `:name` for a part that varies. */
  readonly path: string;
  /** A name that no other has. */
  readonly id: string;
  /** What it belongs to. */
  readonly tag: "Models" | "Learning" | "Service" | "Open Inference Protocol" | "Dashboard";
  /** What it does, in a few words. */
  readonly summary: string;
  /** More about it. */
  readonly description?: string;
  /** What the token must be good for; undefined where none is needed. */
  readonly scope: Scope | undefined;
  /** What it takes beside what its path says. */
  readonly parameters?: readonly Parameter[];
  /** The bodies that it takes, by their types. */
  readonly body?: Readonly<Record<string, Content>>;
  /** Its answers by their statuses. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** The statuses of its errors, beside those that every request can have. */
  readonly errors?: readonly number[];
}
