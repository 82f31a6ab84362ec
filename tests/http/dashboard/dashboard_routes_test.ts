import { type AppOptions, createApp } from "@backstream/backstream/http";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { type App, classLearner, post } from "../apps.ts";

const path = "/dashboard/models/colors";
const open = { models: { colors: classLearner() }, versions: { samples: 1 } };
const closed: AppOptions = { ...open, auth: { token: "secret", tokens: [{ token: "look", scope: "predict" }] } };

/** An app of a model that has learned twice. */
async function learned(options: AppOptions = closed): Promise<App> {
  const app = createApp(options);
  const sample = { features: [1, 0], target: "red" };
  for (let i = 0; i < 2; i++) await post(app, "/models/colors/learn", sample, { authorization: "Bearer secret" });
  return app;
}

/** Sends a form as a browser does. */
function send(app: App, path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { "sec-fetch-site": "same-origin", ...headers },
  });
}

async function signIn(app: App, token = "secret", next = "/"): Promise<{ cookie: string; location: string | null }> {
  const response = await send(app, "/dashboard/login", { token, next });
  assertEquals(response.status, 303);
  return { cookie: response.headers.get("set-cookie")!.split(";")[0], location: response.headers.get("location") };
}

async function page(app: App, path: string, cookie = "") {
  const response = await app.request(path, { headers: { cookie, accept: "text/html" } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

Deno.test("GET / tells nothing without a session, and all models with one", async () => {
  const app = await learned();
  const outside = await page(app, "/");
  assertEquals([outside.status, outside.text.includes("colors")], [200, false]);
  assertStringIncludes(outside.text, "Sign in");
  const { cookie, location } = await signIn(app);
  assertEquals(location, "/");
  const { text, headers } = await page(app, "/", cookie);
  assertStringIncludes(text, 'href="/dashboard/models/colors"');
  assertEquals([headers.get("cache-control"), headers.get("x-frame-options")], ["no-store", "DENY"]);
  assertStringIncludes(headers.get("content-security-policy")!, "frame-ancestors 'none'");
});

Deno.test("GET / needs no session where there are no tokens", async () => {
  const { text } = await page(await learned(open), "/");
  assertStringIncludes(text, "colors");
  assertEquals(text.includes("Sign out"), false);
});

Deno.test("POST login refuses a wrong token, and goes to no page elsewhere", async () => {
  const app = await learned();
  const wrong = await send(app, "/dashboard/login", { token: "wrong" });
  assertEquals([wrong.status, wrong.headers.get("set-cookie")], [401, null]);
  assertStringIncludes(await wrong.text(), "This token is not valid here.");
  assertEquals((await signIn(app, "secret", path)).location, path);
  for (const next of ["https://evil.example", "//evil.example", "/dashboard/models/../../x", `${path}?a`, "\\evil"]) {
    assertEquals([next, (await signIn(app, "secret", next)).location], [next, "/"]);
  }
});

Deno.test("POST logout ends the session", async () => {
  const app = await learned();
  const response = await send(app, "/dashboard/logout", {}, { cookie: (await signIn(app)).cookie });
  assertEquals([response.status, response.headers.get("location")], [303, "/"]);
  assertStringIncludes(response.headers.get("set-cookie")!, "backstream=; Max-Age=0");
});

Deno.test("a session opens the dashboard alone, and a bearer token everything else alone", async () => {
  const app = await learned();
  const { cookie } = await signIn(app);
  for (const path of ["/models", "/models/colors", "/models/colors/events", "/models/colors/snapshot"]) {
    const response = await app.request(path, { headers: { cookie } });
    assertEquals([path, response.status], [path, 401]);
  }
  const response = await app.request(`${path}/events`, { headers: { authorization: "Bearer secret" } });
  assertEquals(response.status, 401);
});

Deno.test("forms of other sites' pages are refused", async () => {
  const app = await learned();
  const { cookie } = await signIn(app);
  const forms: [path: string, form: Record<string, string>][] = [
    ["/dashboard/login", { token: "secret" }],
    ["/dashboard/logout", {}],
    [`${path}/rollback`, { version: "1" }],
    [`${path}/predict`, { "input.0": "1", "input.1": "1" }],
  ];
  for (const [path, form] of forms) {
    const { status } = await send(app, path, form, { cookie, "sec-fetch-site": "cross-site" });
    assertEquals([path, status], [path, 403]);
  }
  assertEquals((await (await app.models.get("colors"))!.head()).version, 2);
});

Deno.test("GET a model's page shows it, as far as the token is good for", async () => {
  const app = await learned();
  const { text } = await page(app, path, (await signIn(app)).cookie);
  assertStringIncludes(text, "<h1>colors</h1>");
  assertStringIncludes(text, 'id="back-to-1"');
  const seen = await page(app, path, (await signIn(app, "look")).cookie);
  assertEquals(seen.text.includes('id="back-to-1"'), false);
  const missing = await page(app, "/dashboard/models/%3Cb%3E", (await signIn(app)).cookie);
  assertEquals(missing.status, 404);
  assertStringIncludes(missing.text, "There is no model &quot;&lt;b&gt;&quot;");
});

Deno.test("POST predict answers the page with the form as it was, or the part that a script asks for", async () => {
  const app = await learned();
  const { cookie } = await signIn(app, "look");
  const form = { "input.0": "0.75", "input.1": "0" };
  const whole = await (await send(app, `${path}/predict`, form, { cookie, accept: "text/html" })).text();
  assertStringIncludes(whole, "<!doctype html>");
  assertStringIncludes(whole, 'value="0.75"');
  const part = await (await send(app, `${path}/predict`, form, { cookie, accept: "text/x-part" })).text();
  assertEquals(part.trimStart().startsWith('<p class="answer">'), true);
  assertStringIncludes(whole, part.trim());
});

Deno.test("POST rollback goes back to a version and to the page, if the token is good for it", async () => {
  const app = await learned();
  const { cookie } = await signIn(app);
  const response = await send(app, `${path}/rollback`, { version: "1" }, { cookie });
  assertEquals([response.status, response.headers.get("location")], [303, `${path}?restored=1`]);
  const { text } = await page(app, `${path}?restored=1`, cookie);
  assertStringIncludes(text, "Went back to version 1.");
  assertStringIncludes(text, "back to 1 at 2.");
  assertEquals((await page(app, `${path}?restored=<b>`, cookie)).text.includes("Went back"), false);
  const refused: [version: string, status: number][] = [["99", 404], ["-1", 422], ["", 422], ["1.5", 422]];
  for (const [version, status] of refused) {
    assertEquals([version, (await send(app, `${path}/rollback`, { version }, { cookie })).status], [version, status]);
  }
  const { cookie: looking } = await signIn(app, "look");
  assertEquals((await send(app, `${path}/rollback`, { version: "1" }, { cookie: looking })).status, 403);
});

Deno.test("GET events sends the parts of the pages", async () => {
  const app = await learned();
  const { cookie } = await signIn(app);
  for (
    const [where, ids] of [["/dashboard/events", ["models"]], [`${path}/events?calm=1`, [
      "numbers",
      "curve",
      "versions",
      "spoken",
    ]]] as const
  ) {
    const reader = (await app.request(where, { headers: { cookie } })).body!.pipeThrough(new TextDecoderStream())
      .getReader();
    await reader.read();
    const { value } = await reader.read();
    assertEquals([...value!.matchAll(/"id":"(\w+)"/g)].map((match) => match[1]), [...ids]);
    await reader.cancel();
  }
});

Deno.test("GET events tells that its model has been removed", async () => {
  const app = await learned(open);
  await app.models.put("gone", { description: classLearner().description });
  const text = (await app.request("/dashboard/models/gone/events")).text();
  await app.models.remove("gone");
  assertStringIncludes(await text, "event: removed");
});

Deno.test("requests of a session count among those of its token", async () => {
  const app = await learned({ ...closed, limits: { requestsPerSecond: 3 } });
  const { cookie } = await signIn(app, "look");
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await app.request("/", { headers: { cookie } })).status);
  assertEquals([statuses[0], statuses[4]], [200, 429]);
});
