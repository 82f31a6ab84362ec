/** A process that dies at a certain moment of a commit, and what another one makes of what it has left. */
import { encodeLearner } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { hostModel } from "../../lib/http/hosted/host_model.ts";
import { denoKvStore } from "../../lib/store/deno_kv/mod.ts";
import { hostOptions } from "../http/apps.ts";
import { temporaryKv } from "../store/deno_kv/temporary_kv.ts";
import { chooseStd } from "../tool/choose_std.ts";
import { crashRequests, keepAll, type Moment } from "./crash_requests.ts";
import { createModel } from "./model.ts";

/** The second commit writes a page and a version before the record; whether it has happened then. */
const moments: Record<Moment, boolean> = {
  "before part": false,
  "after part": false,
  "before record": false,
  "after record": true,
};

for (const [moment, isCommitted] of Object.entries(moments)) {
  Deno.test(`a process that dies ${moment} is saved has ${isCommitted ? "learned all" : "learned nothing"} of that commit`, async () => {
    const { kv, path, close } = await temporaryKv();
    const { flags } = await chooseStd();
    const { signal } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--no-check",
        "--unstable-kv",
        ...flags,
        new URL("./crash.ts", import.meta.url).pathname,
        path,
        moment,
      ],
    }).output();
    assertEquals(signal, "SIGKILL");

    const learner = createModel();
    const model = hostModel({ name: "model", given: learner }, hostOptions({ store: denoKvStore(kv), ...keepAll }));
    assertEquals((await model.head()).state.samples, isCommitted ? 4096 : 2048);
    const requests = crashRequests();
    const answers = await Promise.all(requests.map((request) => model.learn(request)));
    assertEquals(answers.map(({ replayed }) => replayed), [true, isCommitted, false]);
    assertEquals(answers.map(({ learned, before }) => [learned, before]), [0, 1, 2].map((i) => [2048, 2048 * i]));
    const again = await model.learn({ samples: requests.flatMap(({ samples }) => [...samples]) });
    assertEquals([again.learned, again.duplicates], [0, 6144]);

    const { state } = learner.learnMany(learner.init(), requests.flatMap(({ samples }) => [...samples]));
    assertEquals(await model.snapshot(), encodeLearner(learner, state));
    const first = learner.learnMany(learner.init(), requests[0].samples).state;
    assertEquals(await model.snapshot(1), encodeLearner(learner, first));
    await close();
  });
}
