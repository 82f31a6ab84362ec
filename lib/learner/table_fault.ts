import { targetScaler } from "../feature/mod.ts";
import { type Form, formFault } from "../plain/mod.ts";
import { likenessFault } from "./likeness_fault.ts";
import { mixForm } from "./mixer.ts";
import { replayFault } from "./replay_fault.ts";
import { replayItemForm } from "./replay_item.ts";
import { sizeOf } from "./table_lessons.ts";
import type { TableParts } from "./table_parts.ts";
import type { TableState } from "./table_state.ts";
import { targetForm } from "./target_codec.ts";

const meanForm: Form = { sum: "number", weight: "number" };

/**
 * What is wrong with plain data that should be a state of a table learner, if anything is: so that what comes from outside
 * is checked before it is learned from.
 *
 * @param parts What the learner is made of.
 * @param state The data.
 * @returns What is wrong; undefined if nothing is.
 */
export function tableFault(parts: TableParts, state: TableState): string | undefined {
  return shapeFault(parts, state) ?? parts.encoder.fault(state.features) ?? sizesFault(parts, state) ??
    replayFault(parts.buffer, state.replay, {
      width: parts.encoder.width(state.features),
      units: state.target.units,
    }) ??
    membersFault(parts, state);
}

function shapeFault({ encoder, detector, buffer }: TableParts, state: TableState): string | undefined {
  const { network: _, optimizer, members, replay, drift, ...rest } = state;
  if (optimizer !== null) return "state.optimizer must be null";
  if (!Array.isArray(members)) return "state.members must be a list";
  if (detector === null && drift !== null) return "state.drift must be null";
  return formFault(rest, {
    samples: "count",
    features: encoder.form,
    target: targetForm,
    earlier: ["list", "float32"],
    lag: { places: ["list", "count"], steps: ["list", "count"], outputs: ["list", "count"] },
    mix: mixForm,
    errors: { late: meanForm, before: meanForm },
    counts: { drifts: "count", driftedAt: "count", refused: "count" },
  }, "state") ??
    formFault(replay, buffer.form(replayItemForm), "state.replay") ??
    (detector === null ? undefined : formFault(drift, detector.form, "state.drift"));
}

function sizesFault({ task, codec, lags, mixer, encoder }: TableParts, state: TableState): string | undefined {
  const { target, lag, mix, features, earlier } = state;
  const { labels, units, scaler } = target;
  if (units < 1 || labels.length > units) return `state.target must have an output for each of ${labels.length} labels`;
  if (new Set(labels).size !== labels.length) return "state.target must have labels that differ";
  const known = units * targetScaler().update(targetScaler().init(), new Float64Array(1)).statistics.length;
  if (![0, known].includes(scaler.statistics.length)) {
    return `state.target.scaler must know ${units} numbers or none`;
  }
  if (earlier.some(({ length }) => length > units)) return `state.earlier must hold ${units} numbers a target at most`;
  const first = codec.init();
  const isAsGiven = task === "regression" ? units === first.units : units >= first.units;
  if (!isAsGiven || first.labels.some((label, j) => labels[j] !== label)) {
    return `state.target must have the ${first.units} outputs of its learner first`;
  }
  const { places, steps, outputs } = lag;
  const inputs = encoder.width(features) + places.length;
  const isOrdered = places.every((place, i) => place < inputs && (i === 0 || places[i - 1] < place));
  const isPlaced = isOrdered && [0, lags * units].includes(places.length) && steps.length === places.length &&
    outputs.length === places.length && steps.every((step) => step < lags) && outputs.every((output) => output < units);
  if (!isPlaced) return "state.lag must give each earlier target a place of its own";
  const { gains, pool, squares, sums } = mixer.init();
  const { counts, ...own } = mix;
  return likenessFault(own, { gains, pool, squares, sums }, { path: "state.mix" }) ??
    (counts.length <= units ? undefined : `state.mix.counts must hold ${units} numbers at most`);
}

function membersFault(parts: TableParts, state: TableState): string | undefined {
  const size = sizeOf(parts, state);
  const all = parts.committees.flatMap(({ members }) => members);
  if (all.length !== state.members.length) return `state.members must be ${all.length}`;
  for (const [m, member] of all.entries()) {
    const fault = member.fault(state.members[m], size, `state.members[${m}]`);
    if (fault !== undefined) return fault;
  }
  return state.network === state.members[0].network ? undefined : "state.network must be that of state.members[0]";
}
