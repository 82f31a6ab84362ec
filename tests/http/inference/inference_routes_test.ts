import { assertEquals } from "@std/assert";
import { fakeLine } from "./fake_model.ts";
import { serveModels } from "./serve_models.ts";

Deno.test("inferenceRoutes() adds the routes that the protocol has", () => {
  const routes = serveModels().routes.filter(({ method }) => method !== "ALL").map(({ method, path }) =>
    `${method} ${path}`
  );
  const model = "/v2/models/:name";
  assertEquals([...new Set(routes)].sort(), [
    "GET /v2",
    "GET /v2/health/live",
    "GET /v2/health/ready",
    `GET ${model}`,
    `GET ${model}/ready`,
    `GET ${model}/versions/:version`,
    `GET ${model}/versions/:version/ready`,
    `POST ${model}/infer`,
    `POST ${model}/versions/:version/infer`,
  ]);
});

Deno.test("inferenceHealthRoutes() tells of health, inferenceRoutes() of the server", async () => {
  const app = serveModels(fakeLine());
  const get = async (path: string) => await (await app.request(path)).json();
  assertEquals(await get("/v2/health/live"), { live: true });
  assertEquals(await get("/v2/health/ready"), { live: true, ready: true });
  const { name, version, extensions } = await get("/v2");
  assertEquals([name, extensions], ["backstream", ["binary_tensor_data"]]);
  const config = JSON.parse(await Deno.readTextFile(new URL("../../../deno.json", import.meta.url)));
  assertEquals(version, config.version);
});

Deno.test("inferenceRoutes() asks who may predict, except for the health", async () => {
  const app = serveModels(fakeLine());
  const headers = { authorization: "Bearer wrong" };
  for (const path of ["", "/models/line", "/models/line/ready", "/models/line/versions/0"]) {
    const response = await app.request(`/v2${path}`, { headers });
    assertEquals([response.status, await response.json()], [401, { error: "Unauthorized" }]);
    assertEquals(response.headers.get("www-authenticate"), "Bearer");
  }
  assertEquals((await app.request("/v2/models/line/infer", { method: "POST", headers })).status, 401);
  for (const path of ["live", "ready"]) {
    assertEquals((await app.request(`/v2/health/${path}`, { headers })).status, 200);
  }
});

Deno.test("inferenceRoutes() serves the exchange of the binary extension as its text shows it", async () => {
  const json = JSON.stringify({
    model_name: "line",
    inputs: [{ name: "input", shape: [2, 1], datatype: "UINT32", parameters: { binary_data_size: 8 } }],
    outputs: [{ name: "output", parameters: { binary_data: true } }],
  });
  const response = await serveModels(fakeLine()).request("/v2/models/line/infer", {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "inference-header-content-length": String(json.length) },
    body: new Blob([json, Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0)]),
  });
  const bytes = await response.arrayBuffer();
  const length = Number(response.headers.get("inference-header-content-length"));
  const answer = JSON.parse(new TextDecoder().decode(bytes.slice(0, length)));
  assertEquals(answer.outputs, [
    { name: "output", datatype: "FP32", shape: [2, 1], parameters: { binary_data_size: 8 } },
  ]);
  assertEquals(new Float32Array(bytes.slice(length)), Float32Array.of(2, 3));
});
