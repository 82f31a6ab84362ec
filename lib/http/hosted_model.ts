import type { Sample } from "../feature/mod.ts";
import { decodeLearner, encodeLearner } from "../format/mod.ts";
import type { LearnedMany, Learner, LearnerState } from "../learner/mod.ts";
import { type Store, StoreConflictError } from "../store/mod.ts";
import { createQueue } from "./create_queue.ts";
import { RequestError } from "./request_error.ts";
import { requireFiniteResults } from "./require_finite_results.ts";
import { requireFiniteState } from "./require_finite_state.ts";
import { requireSameModel } from "./require_same_model.ts";

/** What a model knows at one moment. */
export interface Head {
  /** What it has learned. */
  readonly state: LearnerState;
  /** Which save that is; undefined before the first. */
  readonly version: string | undefined;
}

/** A learner whose state lives in a store; the memory of this instance is only a cache of it. */
export interface HostedModel {
  /** The name in the store and in the address. */
  readonly name: string;
  /** How it learns. */
  readonly learner: Learner;
  /** What it knows, at most `staleness` milliseconds old. */
  head(): Promise<Head>;
  /**
   * Learns the samples in their order and saves the state; what it resolves to is durable.
   *
   * @throws {SampleError} If a sample cannot be used, or its output or cost is not finite; nothing is learned then.
   * @throws {RequestError} 422 if the model would no longer be finite; nothing is learned then.
   * @throws {RequestError} 503 if other instances were first every time; nothing is learned then.
   */
  learn(samples: readonly Sample[]): Promise<LearnedMany & { readonly version: string }>;
}

/** Options of {@linkcode hostModel}. */
export interface HostedModelOptions {
  /** The name in the store and in the address. */
  readonly name: string;
  /** How it learns. */
  readonly learner: Learner;
  /** Where its state lives. */
  readonly store: Store;
  /** How many milliseconds a head may be used before the store is asked whether another instance has learned. */
  readonly staleness: number;
  /** Waits that many milliseconds before a batch is learned anew. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** How often a batch is tried on what another instance has saved. */
const ATTEMPTS = 12;
/** The longest time to wait, in milliseconds, before another try. */
const LONGEST = 250;

/**
 * Hosts a learner: requests that learn go one after the other, each committed to the store by compare and set. If another
 * instance was first, its state is loaded and the samples are learned on top of it.
 *
 * @param options The learner and its store.
 * @returns The model.
 */
export function hostModel({ name, learner, store, staleness, sleep = wait }: HostedModelOptions): HostedModel {
  let head: Head | undefined;
  let askedAt = -Infinity;
  const inTurn = createQueue();

  const fresh = (): Head | undefined => performance.now() - askedAt < staleness ? head : undefined;

  const load = async (): Promise<Head> => {
    const now = performance.now(); // before the store is asked, as what it tells may be as old as the question
    if (head === undefined || store.version === undefined || await store.version(name) !== head.version) {
      head = await read();
    }
    askedAt = now;
    return head;
  };

  const read = async (): Promise<Head> => {
    const stored = await store.load(name);
    return stored === undefined
      ? { state: learner.init(), version: undefined }
      : { state: decode(stored.bytes), version: stored.version };
  };

  const decode = (bytes: Uint8Array): LearnerState => {
    try {
      const decoded = decodeLearner(bytes);
      requireSameModel(learner, decoded);
      return decoded.state;
    } catch (cause) {
      const detail = `Cannot serve "${name}" as the store must hold a snapshot of it: current value is something else`;
      throw new RequestError({ status: 500, title: "Internal Server Error", detail }, {}, { cause });
    }
  };

  const learn = async (samples: readonly Sample[]) => {
    let { state, version } = head ?? await load();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const learned = learner.learnMany(state, samples);
      requireFiniteState(learned.state);
      requireFiniteResults(samples, learned);
      const now = performance.now();
      try {
        const saved = await store.save(name, encodeLearner(learner, learned.state), version);
        head = { state: learned.state, version: saved };
        askedAt = now;
        return { ...learned, version: saved };
      } catch (error) {
        if (!(error instanceof StoreConflictError)) throw error;
        await sleep(Math.random() * Math.min(2 ** attempt, LONGEST)); // not as long as the others
        ({ state, version } = await load());
      }
    }
    const detail = "Cannot save what was learned as other instances learn at the same time";
    throw new RequestError({ status: 503, title: "Service Unavailable", detail }, { "retry-after": "1" });
  };

  return {
    name,
    learner,
    head: async () => fresh() ?? await inTurn(async () => fresh() ?? await load()),
    learn: (samples) => inTurn(() => learn(samples)),
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
