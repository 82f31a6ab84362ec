import fc from "fast-check";
import { encodeLearner } from "@backstream/backstream";
import { classLearner, lineLearner } from "../http/apps.ts";

/** A request that a client may send, right or wrong. */
export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** Whether the body is compressed before it is sent. */
  readonly zipped: boolean;
  /** The sizes of the pieces that the body comes in; none for all at once, with its length. */
  readonly pieces: readonly number[];
}

const names = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("line", "line", "colors", "colors", "made", "other") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "__proto__",
      "constructor",
      "nope",
      ".x",
      "..",
      "%2e%2e",
      "a%2Fb",
      "%",
      "%00",
      "~",
      "x".repeat(300),
    ),
  },
);

/** Numbers as JSON has them: some plain, some at the edges of float32 and float64, some beyond. */
const numbers = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: -3, max: 3 }).map(String) },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "1e308",
      "-1e308",
      "1e999",
      "-1e999",
      "3.5e38",
      "1e38",
      "-0",
      "5e-324",
      "1e-46",
      "9".repeat(400),
    ),
  },
);

const texts = fc.oneof(
  fc.constantFrom("red", "green", "blue", "__proto__", "constructor", "", "NaN", "0", "length"),
  fc.string({ maxLength: 8, unit: "binary" }),
).map((text) => JSON.stringify(text));

/** A text that may be JSON, deep now and then. */
const junk: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("null", "true", "false", "[]", "{}", "NaN", "undefined", "[[]]", "{,}") },
  { weight: 4, arbitrary: numbers },
  { weight: 4, arbitrary: texts },
  { weight: 4, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }).map((depth) => "[".repeat(depth) + "]".repeat(depth)) },
);

const list = (item: fc.Arbitrary<string>, maxLength = 4) =>
  fc.array(item, { maxLength }).map((items) => `[${items.join(",")}]`);

/** An object of these members, some of which are left out or hold anything. */
function object(members: Record<string, fc.Arbitrary<string>>, needed: readonly string[] = []): fc.Arbitrary<string> {
  const pairs = Object.entries(members).map(([name, value]) =>
    fc.tuple(
      fc.oneof({ weight: 60, arbitrary: fc.constant(name) }, {
        weight: 1,
        arbitrary: fc.constantFrom("__proto__", "x", ""),
      }),
      fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: junk }),
      needed.includes(name) ? fc.integer({ min: 0, max: 40 }) : fc.integer({ min: 0, max: 1 }),
    )
  );
  return fc.tuple(...pairs).map((all) =>
    `{${all.filter(([, , there]) => there > 0).map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`
  );
}

const featuresOf = (length: number) =>
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.array(numbers, { minLength: length, maxLength: length }).map((items) => `[${items.join(",")}]`),
    },
    { weight: 1, arbitrary: list(fc.oneof(numbers, texts, junk)) },
    { weight: 2, arbitrary: object({ indices: list(numbers, 2), values: list(numbers, 2) }, ["indices", "values"]) },
    { weight: 1, arbitrary: object({ length: numbers, "0": numbers, age: numbers, city: texts }) },
  );
const targets = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("0", "1", "2") },
  { weight: 3, arbitrary: numbers },
  { weight: 3, arbitrary: texts },
  { weight: 1, arbitrary: list(numbers) },
  { weight: 1, arbitrary: object({ red: numbers, length: numbers }) },
);
const weights = fc.oneof({ weight: 6, arbitrary: fc.constantFrom("1", "0.5", "0") }, numbers);
/** `"LAST"` stands for the newest id of a prediction. */
const ids = fc.oneof(
  { weight: 6, arbitrary: fc.constant('"LAST"') },
  { weight: 3, arbitrary: fc.nat(500).map((n) => `"${n}"`) },
  fc.constantFrom('"a"', '""'),
  texts,
);
const features = fc.oneof(featuresOf(1), featuresOf(2));
const sampleOf = (features: fc.Arbitrary<string>) =>
  object({ features, target: targets, weight: weights, id: ids, time: numbers }, ["features", "target"]);
const sample = sampleOf(features);
const label = object({ id: ids, target: targets, weight: weights }, ["id", "target"]);
const input = object({ features }, ["features"]);

const activations = fc.constantFrom("sigmoid", "softmax", "identity", "relu", "tanh", "nothing").map((name) =>
  JSON.stringify(name)
);
const layer = object({ units: fc.oneof(fc.constantFrom("1", "2", "3", "1e9"), numbers), activation: activations }, [
  "units",
]);
const description = fc.oneof(
  fc.constantFrom(lineLearner(), classLearner()).map((learner) => JSON.stringify(learner.description)),
  object({
    network: object({
      inputs: fc.constantFrom("1", "2", "0", "1e9", "1.5"),
      layers: list(layer, 3),
      cost: fc.constantFrom('"quadratic"', '"crossEntropy"', '"huber"', '"none"'),
      seed: numbers,
    }, ["inputs", "layers"]),
    optimizer: object({
      name: fc.constantFrom('"sgd"', '"adam"', '"momentum"', '"chain"', '"toString"'),
      learningRate: fc.oneof(fc.constantFrom("0.1", "0.01"), numbers),
      momentum: numbers,
      optimizers: junk,
    }, ["name", "learningRate"]),
    labels: list(texts, 3),
    task: fc.constantFrom('"classification"', '"regression"', '"multilabel"', '"anything"'),
  }, ["network", "optimizer"]),
);

const encoder = new TextEncoder();
const bytesOf = (text: fc.Arbitrary<string>) => text.map((each) => encoder.encode(each));

const snapshots = [lineLearner(), classLearner()].map((learner) => encodeLearner(learner, learner.init()));
const lines = (item: fc.Arbitrary<string>) =>
  fc.tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: item }, junk), { maxLength: 12 }),
    fc.constantFrom("\n", "\r\n", "\n\n"),
  )
    .map(([items, end]) => items.map((each) => each + end).join(""));
const csv = fc.tuple(
  fc.constantFrom("x,target\n", "a,b,target\n", "target,x,w\n", '"x","target"\n', "x,x\n", "", '"x\n', "target\n"),
  fc.array(fc.array(fc.oneof(numbers, fc.constantFrom('"1"', "red", '"a""b"', '"', 'a"b', "")), { maxLength: 3 }), {
    maxLength: 8,
  }),
).map(([header, rows]) => header + rows.map((row) => row.join(",") + "\n").join(""));

/** A body that fits its type, and the type. */
function bodies(item: fc.Arbitrary<string>): fc.Arbitrary<[type: string, body: Uint8Array]> {
  const json = bytesOf(
    fc.oneof({ weight: 5, arbitrary: item }, { weight: 2, arbitrary: list(item) }, { weight: 1, arbitrary: junk }),
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant("application/json"), json) },
    { weight: 3, arbitrary: fc.tuple(fc.constant("application/x-ndjson"), bytesOf(lines(item))) },
    { weight: 2, arbitrary: fc.tuple(fc.constant("text/csv"), bytesOf(csv)) },
  );
}

const puts: fc.Arbitrary<[type: string, body: Uint8Array]> = fc.oneof(
  fc.tuple(fc.constant("application/json"), bytesOf(description)),
  fc.tuple(fc.constantFrom("application/octet-stream", "application/vnd.safetensors"), fc.constantFrom(...snapshots)),
);

/** The bytes as they are, or with some of them changed, left out or put in. */
const spoiled = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(bytes) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(bytes.length), fc.nat(6), fc.uint8Array({ maxLength: 6 })).map((
        [start, length, more],
      ) => Uint8Array.from([...bytes.subarray(0, start), ...more, ...bytes.subarray(start + length)])),
    },
  );

const none = fc.constant<[type: string, body: undefined]>(["", undefined]);
const anything = fc.tuple(
  fc.constantFrom("application/json", "application/x-ndjson", "text/csv", "application/octet-stream", "text/plain", ""),
  fc.uint8Array({ maxLength: 200 }),
);

interface Route {
  readonly weight: number;
  readonly method: string;
  readonly path: fc.Arbitrary<string>;
  readonly body: fc.Arbitrary<[type: string, body: Uint8Array | undefined]>;
}

const given = (name: string, end: string) => fc.constant(`/models/${name}${end}`);
const at = (end: string, ...queries: string[]) =>
  fc.tuple(names, fc.constantFrom("", "", ...queries)).map(([name, query]) => `/models/${name}${end}${query}`);
const plain = fc.constantFrom(
  "/",
  "/health",
  "/models",
  "/models/",
  "/metrics",
  "/openapi.json",
  "/docs",
  "//",
  "/v2",
  "/%ff",
  "/v2/models/line",
);
const rollback = bodies(object({ version: fc.oneof(fc.constantFrom("0", "1", "2", "3"), numbers) }, ["version"]));

/** Every route, with bodies that fit it more or less. */
export const routes: readonly Route[] = [
  {
    weight: 10,
    method: "POST",
    path: at(
      "/learn",
      "?results=problems",
      "?results=none",
      "?results=x",
      "?target=x",
      "?target=target&weight=w&id=a",
      "?target=%ff",
    ),
    body: bodies(sample),
  },
  { weight: 8, method: "POST", path: given("line", "/learn"), body: bodies(sampleOf(featuresOf(1))) },
  { weight: 8, method: "POST", path: given("colors", "/learn"), body: bodies(sampleOf(featuresOf(2))) },
  {
    weight: 3,
    method: "POST",
    path: given("line", "/predict?remember=1"),
    body: bodies(object({ features: featuresOf(1) }, ["features"])),
  },
  { weight: 5, method: "POST", path: given("line", "/label"), body: bodies(label) },
  { weight: 6, method: "POST", path: at("/predict", "?remember=1", "?remember=2"), body: bodies(input) },
  { weight: 4, method: "POST", path: at("/label"), body: bodies(label) },
  { weight: 4, method: "PUT", path: at(""), body: puts },
  { weight: 1, method: "DELETE", path: at(""), body: none },
  { weight: 2, method: "GET", path: at("", "?x"), body: none },
  { weight: 1, method: "GET", path: at("/events"), body: none },
  { weight: 1, method: "GET", path: at("/versions"), body: none },
  {
    weight: 2,
    method: "GET",
    path: at("/snapshot", "?version=1", "?version=2", "?version=-1", "?version=1e3"),
    body: none,
  },
  { weight: 2, method: "POST", path: at("/rollback"), body: rollback },
  { weight: 2, method: "GET", path: plain, body: none },
  {
    weight: 2,
    method: "POST",
    path: fc.tuple(names, fc.constantFrom("infer", "versions/1/infer")).map(([name, end]) =>
      `/v2/models/${name}/${end}`
    ),
    body: fc.tuple(
      fc.constant("application/json"),
      bytesOf(object({
        inputs: list(object({
          name: texts,
          shape: list(numbers, 2),
          datatype: fc.constantFrom('"FP32"', '"FP64"', '"INT64"', '"BYTES"', '"X"'),
          data: list(fc.oneof(numbers, texts), 3),
        }, ["name", "shape", "datatype", "data"])),
        id: texts,
      }, ["inputs"])),
    ),
  },
];

const methods = fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "X");
const headers = fc.record({
  authorization: fc.oneof(
    { weight: 14, arbitrary: fc.constant("Bearer admin") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("Bearer predict", "Bearer learn", "Bearer nobody", "Bearer ", "Basic YTpi", ""),
    },
  ),
  "idempotency-key": fc.oneof(
    { weight: 8, arbitrary: fc.constant("") },
    fc.constantFrom("a", "b", "a b", "x".repeat(201)),
  ),
  "if-match": fc.oneof({ weight: 12, arbitrary: fc.constant("") }, fc.constantFrom("*", '"1"', '"2"', "1", ",")),
  "if-none-match": fc.oneof({ weight: 12, arbitrary: fc.constant("") }, fc.constantFrom("*", '"1"')),
  "content-encoding": fc.oneof({ weight: 20, arbitrary: fc.constant("") }, fc.constantFrom("gzip", "br", "identity")),
  "inference-header-content-length": fc.oneof(
    { weight: 12, arbitrary: fc.constant("") },
    fc.constantFrom("0", "5", "-1", "999"),
  ),
  "last-event-id": fc.oneof({ weight: 8, arbitrary: fc.constant("") }, fc.constantFrom("1", "x")),
  "x-request-id": fc.oneof({ weight: 8, arbitrary: fc.constant("") }, fc.constantFrom("abc", "<b>", "x".repeat(300))),
});

const arbitraries = routes.map(({ weight, method, path, body }) => ({
  weight,
  arbitrary: fc.tuple(
    fc.oneof({ weight: 20, arbitrary: fc.constant(method) }, methods),
    path,
    fc.oneof({ weight: 20, arbitrary: body }, anything),
  ),
}));

/** Requests over every route, from right through nearly right to raw bytes. */
export const requests: fc.Arbitrary<FuzzedRequest> = fc.tuple(
  fc.oneof(...arbitraries),
  headers,
  fc.oneof({ weight: 10, arbitrary: fc.constant(false) }, fc.constant(true)),
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 })),
).chain(([[method, path, [type, body]], others, zipped, pieces]) => {
  const all = Object.entries({ "content-type": type, ...others, ...zipped ? { "content-encoding": "gzip" } : {} });
  return (body === undefined ? fc.constant(undefined) : spoiled(body)).map((bytes) => ({
    method,
    path,
    headers: Object.fromEntries(all.filter(([, value]) => value !== "")),
    body: method === "GET" || method === "HEAD" ? undefined : bytes,
    zipped,
    pieces,
  }));
});
