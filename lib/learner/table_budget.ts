import { plainBytes } from "../plain/mod.ts";
import type { Member, MemberSize } from "./member.ts";
import type { TableOptions } from "./table_options.ts";

/** What a table learner may grow to. */
export interface TableBudget {
  /** How many columns the features may have. */
  readonly maxWidth: number;
  /** How many outputs there may be: classes, labels or numbers. */
  readonly maxClasses: number;
  /** How many bytes the samples to be learned again may take. */
  readonly memoryBytes: number;
}

/** What a column may take beside its weights: the names of a field and of a category of 256 characters each, and statistics. */
const COLUMN_BYTES = 1200;
/** What a class may take beside its weights: a label of 256 characters, and its place in what was counted. */
const CLASS_BYTES = 640;
/** So many columns there shall be room for, however many classes there are. */
const FEW_COLUMNS = 64;
/** What does not grow, beside the networks, has room in this. */
const LEAST_SHARE = 2 ** 16;

/**
 * Divides the bytes that a state may take beside its first networks: a quarter for the samples to be learned again, an eighth
 * for classes, half for columns, each of which has weights for all classes that there may be; what is left is for all else.
 *
 * @param options The options of the learner.
 * @param members Its networks.
 * @returns The bounds, which together never come to more than `maxBytes`.
 * @throws {RangeError} If that is too little for a single column.
 */
export function tableBudget(options: TableOptions, members: readonly Member[]): TableBudget {
  const { task, maxBytes, labels, features, lags } = options;
  const bytesAt = (size: MemberSize) => members.reduce((sum, member) => sum + plainBytes(member.at(size).init()), 0);
  const growth = (from: MemberSize, to: MemberSize) => bytesAt(to) - bytesAt(from);
  const classBytes = (inputs: number) => growth({ inputs, units: 2 }, { inputs, units: 3 }) + CLASS_BYTES;

  const share = Math.floor((maxBytes - bytesAt({ inputs: 1, units: 2 })) / 8);
  const columnBytes = (units: number) => growth({ inputs: 1, units }, { inputs: 2, units }) + COLUMN_BYTES;
  const fits = Math.max(2, labels.length, Math.floor(share / (classBytes(FEW_COLUMNS) + lags * columnBytes(2))));
  const units = task === "regression" ? options.units : Math.min(options.maxClasses, fits);
  const columns = Math.floor((5 * share - units * classBytes(1)) / columnBytes(units)) - lags * units;
  if (share < LEAST_SHARE || columns < 1) {
    throw new RangeError(
      `Cannot create table learner as maxBytes must have room for its layers, outputs and lags: current value is ${maxBytes}`,
    );
  }
  return { maxWidth: Math.min(features.maxWidth ?? Infinity, columns), maxClasses: units, memoryBytes: 2 * share };
}
