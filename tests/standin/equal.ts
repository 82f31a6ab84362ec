/**
 * Deep equality as `@std/assert` has it, which is not that of `node:assert`: 0 equals -0, an object without a prototype
 * equals a plain one, and an error equals only one thrown from the same place.
 */
export function equal(a: unknown, b: unknown): boolean {
  return equalWithin(a, b, new Map());
}

/** `seen` holds the pairs under comparison further up, so that a value that contains itself comes to an end. */
function equalWithin(a: unknown, b: unknown, seen: Map<object, object>): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || prototypeOf(a) !== prototypeOf(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (textual.some((type) => a instanceof type)) return String(a) === String(b);
  if (a instanceof Map || a instanceof Set) return equalEntries([...a], [...b as Set<unknown>], seen);
  const [elements, others] = [elementsOf(a), elementsOf(b)];
  return elements && others ? equalElements(elements, others) : equalProperties(a, b, seen);
}

const textual = [RegExp, URL, URLSearchParams];

/** The order of entries does not matter. */
function equalEntries(a: unknown[], b: unknown[], seen: Map<object, object>): boolean {
  return a.length === b.length && a.every((entry) => b.some((other) => equalWithin(entry, other, new Map(seen))));
}

function equalProperties(a: object, b: object, seen: Map<object, object>): boolean {
  const keys = keysOf(a);
  if (keys.size !== keysOf(b).size) return false;
  return [...keys].every((key) => key in b && equalWithin(Reflect.get(a, key), Reflect.get(b, key), seen));
}

/** The keys that count: the enumerable ones of a plain object or array; all, also the inherited ones, of any other. */
function keysOf(value: object): Set<string | symbol> {
  if (ends.has(prototypeOf(value))) {
    return new Set(Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)));
  }
  const keys = new Set<string | symbol>();
  for (let holder = value; !ends.has(holder); holder = prototypeOf(holder)) {
    for (const key of Reflect.ownKeys(holder)) keys.add(key);
  }
  return keys;
}

const ends = new Set<object>([Object.prototype, Array.prototype]);

/** The elements of a typed array or a buffer, which stand for it; undefined for any other object. */
function elementsOf(value: object): Float64Array | undefined {
  if (value instanceof ArrayBuffer) value = new Uint8Array(value);
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? value as Float64Array : undefined;
}

function equalElements(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i] || Object.is(value, b[i]));
}

function prototypeOf(value: object): object {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
