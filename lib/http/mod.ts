/**
 * L6: learners as an endpoint that learns from each request. Web-standard, so that it runs wherever Hono does.
 *
 * @module
 */
export type { App } from "./app.ts";
export type { AppOptions, CorsOptions, LimitOptions, MemoryOptions, VersionOptions } from "./app_options.ts";
export type { AuthOptions, Scope, TokenOptions } from "./auth/token_options.ts";
export { createApp } from "./create_app.ts";
export type { Head, HostedModel, KeptVersion, ModelVersion, Subscription, VersionRule } from "./hosted/hosted_model.ts";
export type {
  ChangeRequest,
  IdempotencyKey,
  Label,
  LabelRequest,
  LearnAnswer,
  LearnRequest,
  LearnSummary,
  Outcome,
  PredictRequest,
  RememberAnswer,
} from "./hosted/learn_request.ts";
export type { ModelDirectory, ModelSource } from "./hosted/model_directory.ts";
export type { EventBase, ModelEvent } from "./hosted/model_event.ts";
export type { Span, SpanAttributes, Tracer } from "./observe/tracer.ts";
export type { AllScores, CurveMark, CurvePoint, ModelStats, NamedScores } from "./hosted/model_stats.ts";
