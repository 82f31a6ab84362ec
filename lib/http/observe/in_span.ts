import type { Span, SpanAttributes, Tracer } from "./tracer.ts";

/** What a span is started with. */
export interface SpanStart {
  /** Its name. */
  readonly name: string;
  /** 1 for a request that is served; 0, something inside, by default. */
  readonly kind?: number;
  /** Its attributes. */
  readonly attributes: SpanAttributes;
}

/**
 * Does something inside a span, which ends with it, as an error if it rejects.
 *
 * @param tracer What makes the span; without one there is none.
 * @param start How the span starts.
 * @param run What to do; it may tell the span more.
 * @returns What comes of it.
 */
export function inSpan<T>(
  tracer: Tracer | undefined,
  { name, kind = 0, attributes }: SpanStart,
  run: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (tracer === undefined) return run(undefined);
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await run(span);
    } catch (error) {
      throw failed(span, error);
    } finally {
      span.end();
    }
  });
}

/**
 * Does something at once inside a span, which ends with it, as an error if it throws.
 *
 * @param tracer What makes the span.
 * @param start How the span starts.
 * @param run What to do; it may tell the span more.
 * @returns What comes of it.
 */
export function inSpanNow<T>(tracer: Tracer, { name, kind = 0, attributes }: SpanStart, run: (span: Span) => T): T {
  return tracer.startActiveSpan(name, { kind, attributes }, (span) => {
    try {
      return run(span);
    } catch (error) {
      throw failed(span, error);
    } finally {
      span.end();
    }
  });
}

function failed(span: Span, error: unknown): unknown {
  span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: 2 });
  return error;
}
