import { assertEquals } from "@std/assert";
import { followModel } from "../../lib/http/follow_model.ts";
import { hostModel } from "../../lib/http/hosted/host_model.ts";
import { hostOptions, lineLearner } from "./apps.ts";

const sample = { features: [1], target: 2 };

/** The fields of an event: retry, event, id, data. */
function fields(text: string): Record<string, unknown> {
  const lines = text.trimEnd().split("\n").map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]);
  const { data, ...rest } = Object.fromEntries(lines);
  return { ...rest, ...data === undefined ? {} : { data: JSON.parse(data) } };
}

Deno.test("followModel() tells the state first, and then what happens, with the version as id", async () => {
  const model = hostModel({ name: "line", given: lineLearner() }, hostOptions());
  await model.learn({ samples: [sample] });
  const events = followModel(model, { ended: new AbortController().signal });
  const first = fields((await events.next()).value!);
  assertEquals([first.retry, first.event, first.id], ["2000", "state", "1"]);
  const { type, learned, cost } = first.data as Record<string, unknown>;
  assertEquals([type, learned, cost], ["state", 1, 2]);
  const next = events.next();
  await model.learn({ samples: [sample, sample] });
  const second = fields((await next).value!);
  assertEquals([second.event, second.id, "retry" in second], ["learned", "2", false]);
  const data = second.data as Record<string, unknown>;
  assertEquals([data.type, data.model, data.samples, data.learned, data.cost], ["learned", "line", 2, 3, 0]);
  await events.return(undefined);
});

Deno.test("followModel() ends at once when it is told to, whatever it waits for", async () => {
  const model = hostModel({ name: "line", given: lineLearner() }, hostOptions());
  const ended = new AbortController();
  const events = followModel(model, { ended: ended.signal, poll: 60_000 });
  await events.next();
  const next = events.next();
  ended.abort();
  assertEquals((await next).done, true);
  assertEquals((await followModel(model, { ended: ended.signal }).next()).done, true);
});

Deno.test("followModel() asks the store for what others have done, and sends comments while nothing happens", async () => {
  const options = hostOptions();
  const [mine, other] = [1, 2].map(() => hostModel({ name: "line", given: lineLearner() }, options));
  const events = followModel(mine, { ended: new AbortController().signal, poll: 1, beats: 3 });
  await events.next();
  assertEquals((await events.next()).value, ": still here\n\n");
  await other.learn({ samples: [sample] });
  let text = ":";
  while (text.startsWith(":")) text = (await events.next()).value!;
  assertEquals(fields(text).event, "learned");
  await events.return(undefined);
});

Deno.test("followModel() ends when the model is closed", async () => {
  const model = hostModel({ name: "line", given: lineLearner() }, hostOptions());
  const events = followModel(model, { ended: new AbortController().signal });
  await events.next();
  const next = events.next();
  await model.close();
  assertEquals((await next).done, true);
});
