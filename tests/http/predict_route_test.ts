import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner, post } from "./apps.ts";

const path = "/models/line/predict";

function served() {
  const { fetch } = createApp({ models: { line: lineLearner() } });
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, fetch);
}

Deno.test("POST predict answers for one input and for several, and changes nothing", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  assertEquals((await post(line, path, { features: [3] })).body, { output: [0], version: 0 });
  await post(line, "/models/line/learn", { features: [1], target: 2 }); // w = b = 1
  assertEquals((await post(line, path, { features: [3] })).body, { output: [4], version: 1 });
  const several = await post(line, path, [{ features: [3] }, { features: { indices: [], values: [] } }]);
  assertEquals(several.body, { predictions: [{ output: [4] }, { output: [1] }], version: 1 });
  assertEquals((await get(line, "/models/line")).body.samples, 1);
});

Deno.test("POST predict gives class, label and probabilities where the learner classifies", async () => {
  const colors = createApp({ models: { colors: classLearner() } });
  const { body } = await post(colors, "/models/colors/predict", { features: [1, 1] });
  assertEquals(body.class, body.output.indexOf(Math.max(...body.output)));
  assertEquals(body.label, ["red", "green", "blue"][body.class]);
  assertEquals(body.probabilities, { red: body.output[0], green: body.output[1], blue: body.output[2] });
});

Deno.test("POST predict answers 422 for what it cannot use, and says where it is", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  const one = await post(line, path, { features: [1, 2] });
  assertEquals([one.status, one.body.field], [422, "features"]);
  const several = await post(line, path, [{ features: [1] }, { features: [true] }]);
  assertEquals([several.status, several.body.field, several.body.index], [422, "samples[1].features[0]", 1]);
  const without = await post(line, path, { feature: [1] });
  assertEquals(
    without.body.detail,
    "Cannot use sample as it must be an object with features: current value is an object with keys feature",
  );
});

Deno.test("POST predict answers 400 for what is no JSON, and says where it shows or what stands there", async () => {
  await using server = served();
  const send = async (body: string, query = "") => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`http://127.0.0.1:${server.addr.port}${path}${query}`, {
      method: "POST",
      headers,
      body,
    });
    const { detail, position } = await answer.json();
    return [answer.status, detail, position];
  };
  const start = "Cannot read the body as it must be JSON:";
  const words = "Expected ',' or ']' after array element in JSON at position 14 (line 1 column 15)";
  assertEquals(await send('{"features":[1'), [400, `${start} ${words}`, 14]);
  const shown = `Unexpected token 'N', "{"features":[NaN]}" is not valid JSON`;
  assertEquals(await send('{"features":[NaN]}'), [400, `${start} ${shown}`, undefined]);
  assertEquals(await send('{"features":[NaN]}', "?remember"), [400, `${start} the mistake is at position 13`, 13]);
});

Deno.test("POST predict waits for a body that comes after its head", async () => {
  await using server = served();
  for (const [body, status] of [['{"features":[1]}', 200], ['{"features":[1', 400]] as const) {
    using connection = await Deno.connect({ port: server.addr.port, hostname: "127.0.0.1" });
    const head =
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`;
    await connection.write(new TextEncoder().encode(head));
    const read = async () => {
      const bytes = new Uint8Array(1000);
      return new TextDecoder().decode(bytes.subarray(0, await connection.read(bytes) ?? 0));
    };
    assertEquals((await read()).slice(0, 13), "HTTP/1.1 100 "); // it has begun to read
    await connection.write(new TextEncoder().encode(body));
    assertEquals((await read()).slice(0, 13), `HTTP/1.1 ${status} `);
  }
});

Deno.test("POST predict answers 422 where the output would not be finite", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  await post(line, "/models/line/learn", { features: [4], target: 2 }); // w = 4, b = 1
  const { status, body } = await post(line, path, { features: [3e38] });
  assertEquals([status, body.field, body.rule], [422, "features", "be small enough for a finite output"]);
});

Deno.test("POST predict gives ids that late labels are learned by, if it is asked to", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  assertEquals("id" in (await post(line, `${path}?remember=0`, { features: [1] })).body, false);
  const one = await post(line, `${path}?remember=1`, { features: [1] });
  const { body: { predictions, version } } = await post(line, `${path}?remember`, [{ features: [1] }, {
    features: [2],
  }]);
  const ids = [one.body, ...predictions].map(({ id }: { id: string }) => id);
  assertEquals([new Set(ids).size, one.body.output, version > one.body.version], [3, [0], true]);
  const learned = await post(line, "/models/line/label", { id: ids[0], target: 2 });
  assertEquals([learned.status, learned.body.cost], [200, 2]);
  assertEquals((await post(line, `${path}?remember=yes`, { features: [1] })).status, 400);
});
