import { decodeLearner, encodeLearner } from "../../format/mod.ts";
import type { Learner } from "../../learner/mod.ts";
import type { Store } from "../../store/mod.ts";
import { RequestError } from "../request_error.ts";
import { requireSameModel } from "../require_same_model.ts";
import { createCommitter } from "./committer.ts";
import { createEventHub } from "./event_hub.ts";
import { eventsBetween } from "./events_between.ts";
import type { Head, HostedModel, KeptVersion, VersionRule } from "./hosted_model.ts";
import type { KeepOptions } from "./keep_parts.ts";
import type { LearnAnswer, RememberAnswer } from "./learn_request.ts";
import { modelHead } from "./model_head.ts";
import type { CurveMark } from "./model_stats.ts";
import type { ModelRecord } from "./record.ts";
import { predictEach } from "./predict_each.ts";
import { createRecordCache } from "./record_cache.ts";
import { partName } from "./store_names.ts";
import type { QueueLimits, Work } from "./work_queue.ts";

/** How models are hosted. */
export interface HostOptions extends Pick<KeepOptions, "windows" | "versions"> {
  /** Where they live. */
  readonly store: Store;
  /** How many milliseconds a head may be used before the store is asked whether another instance has learned. */
  readonly staleness: number;
  /** How much may wait to be committed, for each model. */
  readonly queue: QueueLimits;
  /** How many milliseconds there are at least from one commit of a model to the next. */
  readonly interval: number;
  /** Waits that many milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Which model is hosted. */
export interface ModelIdentity {
  /** Its name in the store and in the address. */
  readonly name: string;
  /** The learner, if it was given in code. Otherwise it is in the store. */
  readonly given?: Learner;
}

/**
 * Hosts a model: changes share commits to the store by compare and set, and what is committed counts for every instance.
 *
 * @param identity Which model.
 * @param options How.
 * @returns The model.
 */
export function hostModel({ name, given }: ModelIdentity, options: HostOptions): HostedModel {
  const { store, staleness, windows, versions, queue, interval, sleep = wait } = options;
  const hub = createEventHub();
  const cache = createRecordCache({
    name,
    given,
    store,
    staleness,
    onChange(record, old) {
      for (const event of eventsBetween(name, [old.ledger, record.ledger])) hub.publish(event);
    },
    onGone({ ledger: { version, time, counts: { learned } } }) {
      hub.publish({ model: name, version, time, learned, type: "removed" });
    },
  });
  const committer = createCommitter({ name, store, cache, windows, versions, queue, interval, sleep });

  let told: { record: ModelRecord; head: Head } | undefined;
  const tell = (record: ModelRecord): Head => {
    if (told?.record !== record) told = { record, head: modelHead(record) };
    return told.head;
  };

  const snapshot = async (version?: number): Promise<Uint8Array> => {
    const record = version === undefined ? await cache.fresh() : await cache.newest();
    if (version === undefined || version === record.ledger.version) return encodeLearner(record.learner, record.state);
    const { incarnation, versions } = record.ledger;
    const isKept = versions.some((kept) => kept.version === version);
    const stored = isKept ? await store.load(partName(name, incarnation, ["version", version])) : undefined;
    if (stored !== undefined) return stored.bytes;
    const detail = `There is no version ${version} of model "${name}", or not any more`;
    throw new RequestError({ status: 404, title: "Not Found", detail });
  };

  const exchange = (
    record: Pick<ModelRecord, "learner" | "state">,
    mark: Pick<CurveMark, "type" | "restored">,
    rule: VersionRule | undefined,
  ) => {
    requireFit(record);
    return committer.commit<KeptVersion>({ samples: 1, bytes: 0, alone: true }, {
      run(draft) {
        rule?.(draft.from);
        return draft.exchange({ ...record, learner: given ?? record.learner }, mark);
      },
    });
  };

  const requireFit = (record: Pick<ModelRecord, "learner" | "state">): void => {
    if (given === undefined) return;
    try {
      requireSameModel(given, record);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new RequestError({ status: 409, title: "Conflict", detail });
    }
  };

  return {
    name,
    fixed: given !== undefined,
    head: () => cache.fresh().then(tell),
    known() {
      const record = cache.fit();
      return record && tell(record);
    },
    refresh: () => cache.newest().then(tell),
    learn: (request) =>
      committer.commit<LearnAnswer>(sizeOf(request.samples, request.bytes), { steps: (draft) => draft.learn(request) }),
    label: (request) =>
      committer.commit<LearnAnswer>(sizeOf(request.labels, request.bytes), { steps: (draft) => draft.label(request) }),
    predict: predictEach,
    remember(inputs, bytes) {
      const ids = inputs.map(() => crypto.randomUUID());
      return committer.commit<RememberAnswer>(sizeOf(inputs, bytes), { run: (draft) => draft.remember(inputs, ids) });
    },
    versions: async () => (await cache.fresh()).ledger.versions.toReversed(),
    snapshot,
    rollback: async (version, rule) =>
      await exchange(decodeLearner(await snapshot(version)), { type: "rollback", restored: version }, rule),
    async replace(learner, state, rule) {
      await exchange({ learner, state }, { type: "replaced" }, rule);
      return tell(await cache.fresh());
    },
    subscribe: hub.subscribe,
    async close() {
      await committer.close();
      hub.close();
    },
  };
}

/** How much a request counts for while it waits. */
function sizeOf(items: { readonly length: number }, bytes = 256 * items.length): Work {
  return { samples: Math.max(1, items.length), bytes, alone: false };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
