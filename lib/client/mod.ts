/**
 * L6: a typed client of the endpoint, on `fetch` alone. Reaches no package and no runtime of its own.
 *
 * @module
 */
export type {
  KeptVersion,
  LearnAnswer,
  LearnSummary,
  LostModel,
  ModelAnswer,
  ModelEvent,
  PredictAnswer,
  Prediction,
  PredictManyAnswer,
  SampleResult,
  StreamedResult,
} from "./answers.ts";
export type {
  CallOptions,
  ChangeOptions,
  Client,
  ClientOptions,
  Input,
  Label,
  LearnStreamOptions,
  PredictOptions,
} from "./client.ts";
export { ConnectionError } from "./connection_error.ts";
export { createClient } from "./create_client.ts";
export { type Problem, ProblemError } from "./problem_error.ts";
