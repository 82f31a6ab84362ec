import { countSchema, textSchema } from "./plain_schemas.ts";
import { objectSchema, type Schema } from "./schema.ts";

/** The schema of an error, as RFC 9457 has it. */
export const problemSchema: Schema = objectSchema("What went wrong (RFC 9457).", {
  type: textSchema("What kind of problem it is, beyond its status.", { format: "uri-reference" }),
  status: { ...countSchema("The status of the answer."), minimum: 400, maximum: 599 },
  title: textSchema("The status in words."),
  "detail?": textSchema("What went wrong this time."),
  "field?": textSchema("The field that cannot be used, as a path: `samples[3].features[0]`."),
  "rule?": textSchema('What it must be, after the words "as it must".'),
  "value?": { description: "What it is, if that is short." },
  "index?": countSchema("The place of the sample among those sent, from 0 on."),
  "line?": countSchema("The line of the body that cannot be read, from 1 on."),
  "position?": countSchema("The character where that shows, if that is known."),
  "requestId?": textSchema("The id of the request, as in the header X-Request-Id."),
});
