import { noLagPlaces } from "../../lib/learner/lag_inputs.ts";
import { sizeOf } from "../../lib/learner/table_lessons.ts";
import type { TableParts } from "../../lib/learner/table_parts.ts";
import { type TableState, tableState } from "../../lib/learner/table_state.ts";

/** The state of a table learner of these parts before the first sample. */
export function startOf(parts: TableParts): TableState {
  const { encoder, codec, committees, buffer, mixer, detector } = parts;
  const known = { features: encoder.init(), target: codec.init(), lag: noLagPlaces };
  return tableState({
    samples: 0,
    members: committees.flatMap(({ members }) => members.map((member) => member.at(sizeOf(parts, known)).init())),
    ...known,
    earlier: [],
    replay: buffer.init(),
    mix: mixer.init(),
    drift: detector === null ? null : detector.init(),
    errors: { late: { sum: 0, weight: 0 }, before: { sum: 0, weight: 0 } },
    counts: { drifts: 0, driftedAt: 0, refused: 0 },
  });
}
