import { assertEquals } from "@std/assert";
import { operationArticle } from "../../../lib/http/docs/operation_article.ts";
import { openApi } from "../../../lib/http/schema/open_api.ts";

/** The article about an operation, as text without tags. */
async function textOf(path: string, method: string, auth = true): Promise<string> {
  const document = openApi({ auth, openMetrics: false });
  const html = await operationArticle({ path, method, ...document.paths[path][method] }, document);
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

Deno.test("operationArticle() tells route, scope, parameters, bodies and answers", async () => {
  const text = await textOf("/models/{name}/predict", "post");
  const parts = [
    "Predict POST /models/{name}/predict Changes nothing",
    "Needs a token with the scope predict .",
    "Parameters name string required In the path. The name of the model.",
    "Body application/json Input or array of Input",
    "Answers 200 One prediction for one input",
    "PredictAnswer or PredictManyAnswer",
    "404 There is no such model or version.",
  ];
  for (const part of parts) assertEquals(text.includes(part), true, `${part} in ${text}`);
});

Deno.test("operationArticle() leaves out what an operation does not have", async () => {
  const health = await textOf("/health", "get");
  assertEquals([health.includes("Parameters"), health.includes("Body"), health.includes("Needs no token.")], [
    false,
    false,
    true,
  ]);
  assertEquals((await textOf("/models", "get", false)).includes("token"), false);
});
