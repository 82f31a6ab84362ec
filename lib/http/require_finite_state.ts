import type { LearnerState } from "../learner/mod.ts";
import { allFinite } from "./all_finite.ts";
import { RequestError } from "./request_error.ts";

/**
 * Refuses what a learner has made of samples that are finite, but so large that its numbers are not any more: such a model
 * would never answer or learn again.
 *
 * @param state The state after the samples.
 * @throws {RequestError} 422 if a parameter, or a number that the optimizer remembers, is not finite.
 */
export function requireFiniteState({ network, optimizer }: LearnerState): void {
  if (holdsFinite(network.parameters) && holdsFinite(optimizer)) return;
  const detail = "Cannot learn the samples as the model must stay finite: current value is too large";
  throw new RequestError({ status: 422, title: "Unprocessable Content", detail });
}

function holdsFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (ArrayBuffer.isView(value)) return allFinite(value as Float32Array);
  return typeof value !== "object" || value === null || Object.values(value).every(holdsFinite);
}
