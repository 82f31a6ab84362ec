/** The names that the Open Inference Protocol has for the types of a tensor's elements. */
export type Datatype =
  | "BOOL"
  | "UINT8"
  | "UINT16"
  | "UINT32"
  | "UINT64"
  | "INT8"
  | "INT16"
  | "INT32"
  | "INT64"
  | "FP16"
  | "FP32"
  | "FP64"
  | "BYTES";

/** An element of a tensor, as a feature takes it. */
export type Element = number | boolean | string;

/** What there is to know of a type. */
export interface DatatypeRules {
  /** How many bytes an element has in binary form; 0 where each says so itself. */
  readonly bytes: number;
  /** What an element must be in JSON. */
  readonly rule: string;
  /** Whether a value of JSON is such an element. */
  accepts(value: unknown): value is Element;
  /** Reads an element from its binary form, which is little-endian. */
  read(view: DataView, offset: number): Element;
}

/** The types by their names. */
export const datatypes: Readonly<Record<Datatype, DatatypeRules>> = {
  BOOL: {
    bytes: 1,
    rule: "be true or false",
    accepts: (value): value is boolean => typeof value === "boolean",
    read: (view, offset) => view.getUint8(offset) !== 0,
  },
  UINT8: whole(8, false, (view, offset) => view.getUint8(offset)),
  UINT16: whole(16, false, (view, offset) => view.getUint16(offset, true)),
  UINT32: whole(32, false, (view, offset) => view.getUint32(offset, true)),
  UINT64: whole(64, false, (view, offset) => Number(view.getBigUint64(offset, true))),
  INT8: whole(8, true, (view, offset) => view.getInt8(offset)),
  INT16: whole(16, true, (view, offset) => view.getInt16(offset, true)),
  INT32: whole(32, true, (view, offset) => view.getInt32(offset, true)),
  INT64: whole(64, true, (view, offset) => Number(view.getBigInt64(offset, true))),
  FP16: real(2, (view, offset) => halfOf(view.getUint16(offset, true))),
  FP32: real(4, (view, offset) => view.getFloat32(offset, true)),
  FP64: real(8, (view, offset) => view.getFloat64(offset, true)),
  BYTES: {
    bytes: 0,
    rule: "be a text",
    accepts: (value): value is string => typeof value === "string",
    read: (view, offset) => {
      const bytes = new Uint8Array(view.buffer, view.byteOffset + offset + 4, view.getUint32(offset, true));
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    },
  },
};

/** 2^64 and 2^63 are no such numbers, but numbers next to them are rounded to them; so the ends belong to it. */
function whole(bits: number, signed: boolean, read: DatatypeRules["read"]): DatatypeRules {
  const [from, to] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  return {
    bytes: bits / 8,
    rule: `be a whole number of ${bits} bits${signed ? "" : " without a sign"}`,
    accepts: (value): value is number =>
      Number.isInteger(value) && from <= (value as number) && (value as number) <= to,
    read,
  };
}

function real(bytes: number, read: DatatypeRules["read"]): DatatypeRules {
  return { bytes, rule: "be a number", accepts: (value): value is number => typeof value === "number", read };
}

/** A number of binary16: a sign, 5 bits of the exponent, 10 of the fraction. */
function halfOf(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, bits >> 10 & 31, bits & 1023];
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
