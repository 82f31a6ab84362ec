import type { Learner } from "../../learner/mod.ts";

/** What samples of a request may hold. */
export interface SampleRules {
  /** Whether the model takes features by name. */
  readonly records: boolean;
  /** How many fields a record may have. */
  readonly fields: number;
  /** How many characters a text in a record may have. */
  readonly textLength: number;
}

/**
 * What samples for a model may hold.
 *
 * @param learner How the model learns. One that is made of more than a network takes records.
 * @param limits How much is let through.
 * @returns The rules.
 */
export function sampleRules(
  { description }: Learner,
  { fields, textLength }: Pick<SampleRules, "fields" | "textLength">,
): SampleRules {
  return { records: "maker" in description, fields, textLength };
}
