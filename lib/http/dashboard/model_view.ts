import type { KeptVersion } from "../hosted/hosted_model.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import type { ModelStats } from "../hosted/model_stats.ts";
import { type FormFields, formFields } from "./form_fields.ts";
import { type MainScore, mainScore } from "./main_score.ts";
import { stateBytes } from "./state_bytes.ts";
import { throughput } from "./throughput.ts";

/** What the dashboard shows of a model. */
export interface ModelView {
  /** The name in the address. */
  readonly name: string;
  /** Which commit its state is. */
  readonly version: number;
  /** What has happened to it. */
  readonly stats: ModelStats;
  /** What it is judged by. */
  readonly score: MainScore;
  /** How many samples it learns in a second lately. */
  readonly rate: number;
  /** About how many bytes its state takes. */
  readonly bytes: number;
  /** The versions that it can go back to, the newest first. */
  readonly versions: readonly KeptVersion[];
  /** What it predicts from. */
  readonly fields: FormFields;
}

/**
 * Looks at a model.
 *
 * @param model The model.
 * @param now What time it is, in milliseconds since 1970.
 * @returns What there is to show.
 */
export async function modelView(model: HostedModel, now: number = Date.now()): Promise<ModelView> {
  const [{ learner, state, version, stats }, versions] = [await model.head(), await model.versions()];
  return {
    name: model.name,
    version,
    stats,
    score: mainScore(stats),
    rate: throughput(stats, now),
    bytes: stateBytes(state),
    versions,
    fields: formFields(learner, state),
  };
}
