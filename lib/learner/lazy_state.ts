import { defineGetter } from "./define_getter.ts";
import type { LearnerState } from "./learner.ts";

/** What a state holds beside the number of samples. */
export type Numbers = Pick<LearnerState, "network" | "optimizer">;

const READ = Symbol("read");

type Lazy = { [READ]: () => Numbers };

function network(this: Lazy) {
  return this[READ]().network;
}

function optimizer(this: Lazy) {
  return this[READ]().optimizer;
}

/**
 * Makes a state whose network and optimizer are made when they are first read. To `structuredClone`, `JSON.stringify` and a
 * spread it is plain data as any other state.
 *
 * @param samples How many samples have been learned.
 * @param make Makes the network and the optimizer's state; called once at most.
 * @returns The state.
 */
export function lazyState(samples: number, make: () => Numbers): LearnerState {
  const state = { samples };
  Object.defineProperty(state, READ, { value: once(make) });
  defineGetter(state, "network", network);
  defineGetter(state, "optimizer", optimizer);
  return state as LearnerState;
}

/** Lets go of the function when it has been called, and of all that it holds. */
function once(make: () => Numbers): () => Numbers {
  let waiting: (() => Numbers) | undefined = make;
  let made: Numbers | undefined;
  return () => {
    made ??= waiting!();
    waiting = undefined;
    return made;
  };
}
