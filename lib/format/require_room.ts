import type { LearnerDescription } from "../learner/mod.ts";
import { createNetwork } from "../network/mod.ts";
import { createOptimizer } from "../optimizer/mod.ts";
import { SnapshotError } from "./snapshot_error.ts";

/** How many learners may be inside one another: no state could nest deeper. */
const DEEPEST = 32;

/**
 * Checks that a snapshot is as large as its learner makes it at least, before the learner is made: each network and what its
 * optimizer remembers of each parameter stand in it, so that what is made is of the size of the bytes, whatever they claim.
 *
 * @param description The description of a learner that may have others inside, of which nothing is known.
 * @param numbers How many numbers the tensors of the snapshot hold.
 * @throws {SnapshotError} If the learner would be larger, or has too many others inside one another.
 * @throws {RangeError | TypeError} If an optimizer cannot be made.
 */
export function requireRoom(description: LearnerDescription, numbers: number): void {
  const least = leastNumbers(description, 0);
  if (!(least <= numbers)) throw new SnapshotError(`hold the ${least} numbers that its learner has at least`, numbers);
}

/** What is read of a description: the options of all makers together. */
interface Claims {
  readonly inputs?: unknown;
  readonly layers?: unknown;
  readonly hidden?: unknown;
  readonly members?: unknown;
  readonly optimizer?: never;
  readonly learner?: unknown;
  readonly learners?: unknown;
}

function leastNumbers(description: unknown, depth: number): number {
  if (depth > DEEPEST) throw new SnapshotError(`have at most ${DEEPEST} learners inside one another`, "more");
  if (!isObject(description)) return 0;
  const { maker, network, optimizer } = description;
  if (!isObject(maker)) {
    const { inputs, layers } = (isObject(network) ? network : {}) as Claims;
    return numbersOf(countParameters(layers, inputs, []), optimizer as never);
  }
  const { hidden, members = 1, learner, learners, optimizer: own } = maker as Claims;
  const inner = [learner, ...isObject(learners) ? Object.values(learners) : []];
  const sum = inner.reduce((sum: number, one) => sum + leastNumbers(one, depth + 1), 0);
  if (!Array.isArray(hidden)) return sum;
  return sum + numbersOf(sizeOf(members) * countParameters(hidden, 1, [{ units: 1 }]), own!);
}

/** Sizes that no layer can have count as none, as no network is made of them. */
function countParameters(layers: unknown, inputs: unknown, last: readonly unknown[]): number {
  if (!Array.isArray(layers)) return 0;
  let [sum, before] = [0, sizeOf(inputs)];
  for (const layer of [...layers, ...last]) {
    const units = isObject(layer) ? sizeOf(layer.units) : 0;
    sum += (before + 1) * units;
    before = units;
  }
  return sum;
}

function sizeOf(size: unknown): number {
  return Number.isSafeInteger(size) && size as number > 0 ? size as number : 0;
}

/** The parameters themselves, and what the optimizer remembers of each. */
function numbersOf(parameters: number, spec: Parameters<typeof createOptimizer>[0]): number {
  if (parameters === 0) return 0;
  const one = createNetwork({ inputs: 1, layers: [{ units: 1 }] }); // with 2 parameters
  return parameters * (1 + countNumbers(createOptimizer(spec).init(one)) / 2);
}

function countNumbers(state: unknown): number {
  if (ArrayBuffer.isView(state)) return (state as Float32Array).length;
  if (typeof state !== "object" || state === null) return 0;
  return Object.values(state).reduce((sum: number, item) => sum + countNumbers(item), 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
