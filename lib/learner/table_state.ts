import type { Vector } from "../kernel/mod.ts";
import { defineGetter } from "./define_getter.ts";
import type { LagPlaces } from "./lag_inputs.ts";
import type { LearnerState } from "./learner.ts";
import type { MixState } from "./mixer.ts";
import type { TargetState } from "./target_codec.ts";

/** Everything that a table learner has learned, as plain data. Its `network` is the first of the members. */
export interface TableState extends LearnerState {
  /** The networks, each with what its optimizer remembers. */
  readonly members: readonly LearnerState[];
  /** What is known of the features. */
  readonly features: unknown;
  /** What is known of the targets. */
  readonly target: TargetState;
  /** The newest targets, the newest first, in their own units. */
  readonly earlier: readonly Vector[];
  /** Where these stand among the inputs. */
  readonly lag: LagPlaces;
  /** Samples to be learned again. */
  readonly replay: unknown;
  /** How good the answers of the networks were. */
  readonly mix: MixState;
  /** What the drift detector remembers; null without one. */
  readonly drift: unknown;
  /** The fading means of the errors of late and of before. */
  readonly errors: { readonly late: FadingMean; readonly before: FadingMean };
  /** What was counted beside the samples. */
  readonly counts: TableCounts;
}

/** A mean in which older numbers count less. */
export interface FadingMean {
  /** The fading sum of the numbers. */
  readonly sum: number;
  /** What it is divided by. */
  readonly weight: number;
}

/** What a table learner counts beside its samples. */
export interface TableCounts {
  /** How many drifts were found. */
  readonly drifts: number;
  /** The number of samples when the last drift was found; 0 before the first. */
  readonly driftedAt: number;
  /** How many samples some network refused to learn, as a parameter would have become NaN or infinite. */
  readonly refused: number;
}

/** A state but for its network. */
export type TableNumbers = Omit<TableState, "network" | "optimizer">;

function network(this: TableNumbers) {
  return this.members[0].network;
}

/**
 * Makes a state, whose network is read from its first member when it is asked for.
 *
 * @param numbers All else.
 * @returns The state.
 */
export function tableState(numbers: TableNumbers): TableState {
  const state = { ...numbers, optimizer: null };
  defineGetter(state, "network", network);
  return state as unknown as TableState;
}

/**
 * A state but for its network, which is not read.
 *
 * @param state The state.
 * @returns All else.
 */
export function numbersOf(state: TableState): TableNumbers {
  const { network: _, optimizer: __, ...numbers } = Object.getOwnPropertyDescriptors(state);
  return Object.defineProperties({}, numbers) as TableNumbers;
}
