/** What a span may tell of itself. */
export type SpanAttributes = Record<string, string | number | boolean>;

/** A stretch of time in which something was done, as the OpenTelemetry API has it. */
export interface Span {
  /** Adds an attribute. */
  setAttribute(key: string, value: string | number | boolean): unknown;
  /** Sets whether it went well: 1 if so, 2 for an error. */
  setStatus(status: { code: number; message?: string }): unknown;
  /** Changes the name. */
  updateName(name: string): unknown;
  /** Ends it. */
  end(): void;
}

/**
 * What makes spans: a `Tracer` of `@opentelemetry/api` is one. Spans are each other's children where its context manager
 * follows asynchronous calls, as that of Deno and the one for Node do.
 */
export interface Tracer {
  /** Starts a span, which is the parent of those that are started inside the function. */
  startActiveSpan<T>(
    name: string,
    options: { kind?: number; attributes?: SpanAttributes },
    run: (span: Span) => T,
  ): T;
}
