import { context } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { Tracer } from "../../../lib/http/observe/tracer.ts";

/** A span that has ended, and the name of its parent. */
export interface EndedSpan {
  readonly name: string;
  readonly kind: number;
  readonly parent: string | undefined;
  readonly status: number;
  readonly attributes: Record<string, unknown>;
}

/** The tracer of the OpenTelemetry SDK, with what it has collected. */
export function collectSpans(): { tracer: Tracer; spans: () => EndedSpan[] } {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const spans = () => {
    const all = exporter.getFinishedSpans();
    return all.map(({ name, kind, status, attributes, parentSpanContext }) => ({
      name,
      kind,
      parent: all.find((other) => other.spanContext().spanId === parentSpanContext?.spanId)?.name,
      status: status.code,
      attributes,
    }));
  };
  return { tracer: provider.getTracer("backstream"), spans };
}
