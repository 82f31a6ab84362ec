import type { Learner, LearnerState } from "../../learner/mod.ts";
import { StoreConflictError } from "../../store/mod.ts";
import { busy } from "../busy.ts";
import { RequestError } from "../request_error.ts";
import { hostModel, type HostOptions } from "./host_model.ts";
import type { HostedModel, VersionRule } from "./hosted_model.ts";
import { JOURNALS } from "./keep_parts.ts";
import { initLedger, type Ledger } from "./ledger.ts";
import { makeLearner } from "./make_learner.ts";
import type { ModelDirectory, ModelSource } from "./model_directory.ts";
import { decodeRecord, encodeRecord } from "./record.ts";
import { DIRECTORY, partName } from "./store_names.ts";

/** Options of {@linkcode createDirectory}. */
export interface DirectoryOptions extends HostOptions {
  /** The models that are given in code, by name. */
  readonly given: Readonly<Record<string, Learner>>;
  /** How many models may be made while the app runs. */
  readonly most: number;
  /** How many parameters a model that is made while the app runs may have. */
  readonly parameters: number;
}

/** What the store keeps about the models that were made while an app ran, as JSON. */
interface Listing {
  /** Their names. A model of a name has been made only if there is a record of it too. */
  readonly names: readonly string[];
  /** What is left of models that were removed. */
  readonly remains: readonly Remains[];
}

interface Remains {
  readonly name: string;
  readonly incarnation: string;
  readonly parts: readonly string[];
}

/** How long, in milliseconds, to wait for what was taken. */
const PATIENCE = 5000;
/** How often a removal by a rule is tried while the model is changed. */
const ATTEMPTS = 32;

/**
 * Makes the directory of an app's models.
 *
 * The names of the models that are made while the app runs stand in one record of the store, which is changed by compare and
 * set. A name is written there before its model is, and taken out after it, so that no model is ever hidden; what its removal
 * leaves behind is noted there first, and cleared away by the next who changes the directory if this one dies.
 *
 * @param options The models given in code, the store, and how models are hosted.
 * @returns The directory.
 * @throws {RangeError} If a name cannot be one.
 * @throws {TypeError} If a learner's optimizer has no spec, so that its state cannot be saved.
 */
export function createDirectory(options: DirectoryOptions): ModelDirectory {
  const { given, store } = options;
  const hosted = new Map<string, HostedModel>();
  let closed = false;

  for (const [name, learner] of Object.entries(given)) {
    requireGiven(name, learner);
    hosted.set(name, hostModel({ name, given: learner }, options));
  }

  const read = async (): Promise<{ listing: Listing; version: string | undefined }> => {
    const stored = await store.load(DIRECTORY);
    if (stored === undefined) return { listing: { names: [], remains: [] }, version: undefined };
    return { listing: JSON.parse(new TextDecoder().decode(stored.bytes)), version: stored.version };
  };

  const change = async (edit: (listing: Listing) => Listing): Promise<Listing> => {
    while (true) {
      const { listing, version } = await read();
      const edited = edit(listing);
      if (JSON.stringify(edited) === JSON.stringify(listing)) return listing;
      try {
        await store.save(DIRECTORY, new TextEncoder().encode(JSON.stringify(edited)), version);
        return edited;
      } catch (error) {
        if (!(error instanceof StoreConflictError)) throw error;
      }
    }
  };

  const host = (name: string): HostedModel => {
    const known = hosted.get(name);
    if (known !== undefined) return known;
    const model = hostModel({ name }, options);
    if (closed) void model.close();
    hosted.set(name, model);
    return model;
  };

  const exists = async (model: HostedModel): Promise<boolean> => {
    if (model.fixed) return true;
    try {
      await model.head();
      return true;
    } catch (error) {
      if (error instanceof RequestError && error.problem.status === 404) return false;
      throw error;
    }
  };

  const get = async (name: string): Promise<HostedModel | undefined> => {
    const known = hosted.get(name);
    if (known?.fixed) return known;
    if (!isName(name)) return undefined;
    const model = known ?? host(name);
    if (await exists(model)) return model;
    hosted.delete(name);
    return undefined;
  };

  /** One that cannot be read is there too. */
  const getAny = (name: string): Promise<HostedModel | undefined> => get(name).catch(() => host(name));

  /** What stands under a name, and which save it came from. */
  const look = async (name: string): Promise<{ ledger: Ledger; stored: string } | undefined> => {
    const stored = await store.load(name);
    return stored && { ledger: decodeRecord(stored.bytes).ledger, stored: stored.version };
  };

  const clearRemains = async (): Promise<void> => {
    const { listing: { remains } } = await read();
    const cleared: string[] = [];
    for (const { name, incarnation, parts } of remains) {
      if ((await look(name))?.ledger.incarnation === incarnation) continue; // it is not removed yet, or was not after all
      for (const part of parts) await store.remove(part);
      cleared.push(incarnation);
    }
    if (cleared.length > 0) await change((listing) => ({ ...listing, remains: withoutRemains(listing, cleared) }));
  };

  const add = async (name: string): Promise<void> => {
    await change((listing) => {
      const { names } = listing;
      if (names.includes(name)) return listing;
      if (names.length >= options.most) {
        const detail = `Cannot create model as there must be ${options.most} models at most`;
        throw new RequestError({ status: 409, title: "Conflict", detail });
      }
      return { ...listing, names: [...names, name].sort() };
    });
  };

  const create = async (name: string, { learner, state }: Made): Promise<boolean> => {
    const incarnation = crypto.randomUUID().slice(0, 18);
    const now = Date.now();
    const ledger: Ledger = {
      ...initLedger(learner.description.task, incarnation),
      version: 1,
      created: now,
      time: now,
    };
    try {
      await store.save(name, encodeRecord({ learner, state, ledger }), undefined);
      return true;
    } catch (error) {
      if (error instanceof StoreConflictError) return false;
      throw error;
    }
  };

  /** What the rule has seen is what goes: should it be changed before, the rule is asked again. */
  const erase = async (name: string, rule: VersionRule | undefined): Promise<boolean> => {
    let erased: string | undefined;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const found = await look(name);
      if (erased !== undefined && found?.ledger.incarnation !== erased) return true; // by another one
      rule?.(found?.ledger.version);
      if (found === undefined) return false;
      const remains = remainsOf(name, found.ledger);
      const { incarnation } = remains;
      erased = incarnation;
      await change((listing) => ({ ...listing, remains: [...withoutRemains(listing, [incarnation]), remains] }));
      try {
        await store.remove(name, rule && found.stored);
        return true;
      } catch (error) {
        if (!(error instanceof StoreConflictError)) throw error;
      }
    }
    throw busy("it is changed all the time");
  };

  return {
    given(name) {
      const known = hosted.get(name);
      return known?.fixed ? known : undefined;
    },
    get,
    async list() {
      const { listing: { names } } = await read();
      const others = await Promise.all(names.filter((name) => !(name in given)).map(getAny));
      const all = [
        ...[...hosted.values()].filter(({ fixed }) => fixed),
        ...others.filter((model) => model !== undefined),
      ];
      return all.sort((a, b) => a.name < b.name ? -1 : 1);
    },
    async put(name, source, rule) {
      requireName(name);
      if (rule !== undefined && await get(name) === undefined) rule(undefined);
      const made = makeSource(source, options.parameters);
      const known = hosted.get(name);
      if (!known?.fixed) {
        await add(name);
        if (await create(name, made)) {
          await add(name); // again, as a removal may have taken it out
          return { model: host(name), created: true };
        }
      }
      const model = known ?? host(name);
      await model.replace(made.learner, made.state, rule);
      return { model, created: false };
    },
    async remove(name, rule) {
      const model = await get(name);
      if (model === undefined) return false;
      if (model.fixed) {
        const detail = `Cannot remove model "${name}" as it is given in code`;
        throw new RequestError({ status: 409, title: "Conflict", detail });
      }
      const removed = await erase(name, rule);
      hosted.delete(name);
      await model.refresh().catch(() => {}); // tells who listens
      await model.close();
      await change((listing) => ({ ...listing, names: listing.names.filter((other) => other !== name) }));
      if (await store.load(name) !== undefined) await add(name); // it has been made again
      await clearRemains();
      return removed;
    },
    async close() {
      closed = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, PATIENCE));
      await Promise.race([Promise.all([...hosted.values()].map((model) => model.close())), patience]);
      clearTimeout(timer);
    },
  };
}

interface Made {
  readonly learner: Learner;
  readonly state: LearnerState;
}

function makeSource(source: ModelSource, most: number): Made {
  if ("description" in source) {
    const learner = makeLearner(source.description, most);
    return { learner, state: learner.init() };
  }
  const { network: { parameters } } = source.state;
  if (parameters.length <= most) return source;
  const detail =
    `Cannot create model as it must have ${most} parameters at most: current value is ${parameters.length}`;
  throw new RequestError({ status: 422, title: "Unprocessable Content", detail });
}

/** With what commits that are under way may have written, whether there are any or not. */
function remainsOf(name: string, ledger: Ledger): Remains {
  const { incarnation, dropped, version } = ledger;
  const pages = JOURNALS.flatMap((kind) => {
    const { first, pages } = ledger[kind];
    return [...pages, undefined, undefined].map((_, i) => partName(name, incarnation, [kind, first + i]));
  });
  const versions = new Set([...ledger.versions.map(({ version }) => version), version, version + 1]);
  const snapshots = [...versions].map((version) => partName(name, incarnation, ["version", version]));
  return { name, incarnation, parts: [...dropped, ...pages, ...snapshots] };
}

function withoutRemains({ remains }: Listing, incarnations: readonly string[]): Remains[] {
  return remains.filter(({ incarnation }) => !incarnations.includes(incarnation));
}

function isName(name: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/.test(name);
}

const NAMES = "1 to 64 letters, digits and ._- and not begin with a dot";

function requireName(name: string): void {
  if (isName(name)) return;
  const detail = `Cannot create model as its name must be ${NAMES}: current value is ${JSON.stringify(name)}`;
  throw new RequestError({ status: 422, title: "Unprocessable Content", detail });
}

function requireGiven(name: string, { description }: Learner): void {
  if (name.startsWith(".")) {
    throw new RangeError(`Cannot serve model as its name must not begin with a dot: current value is "${name}"`);
  }
  if (description.optimizer !== undefined || description.maker !== undefined) return;
  throw new TypeError(`Cannot serve model "${name}" as its optimizer must have a spec: current value is undefined`);
}
