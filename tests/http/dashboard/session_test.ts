import { assertEquals } from "@std/assert";
import { Hono } from "../../../lib/deps/hono.ts";
import { closeSession, openSession, readSession } from "../../../lib/http/dashboard/session.ts";

const tokens = [{ token: "first", scope: "admin" }, { token: "second", scope: "predict" }] as const;
const HOURS = 60 * 60 * 1000;

const app = new Hono();
app.get("/open/:index", async (context) => {
  await openSession(context, tokens[Number(context.req.param("index"))], 0);
  return context.text("");
});
app.get(
  "/read/:now",
  async (context) => context.json(await readSession(context, tokens, Number(context.req.param("now"))) ?? null),
);
app.get("/close", (context) => (closeSession(context), context.text("")));

async function open(index: number, headers: Record<string, string> = {}, host = "http://localhost"): Promise<string> {
  return (await app.request(`${host}/open/${index}`, { headers })).headers.get("set-cookie")!;
}

async function read(cookie: string, now = 0, host = "http://localhost") {
  return await (await app.request(`${host}/read/${now}`, { headers: { cookie } })).json();
}

Deno.test("openSession() makes a cookie that readSession() knows the token by", async () => {
  for (const [i, { scope }] of tokens.entries()) {
    const cookie = (await open(i)).split(";")[0];
    assertEquals(await read(cookie), { token: i, scope });
  }
});

Deno.test("openSession() makes a cookie that no script reads, no other site sends, and that does not hold the token", async () => {
  const cookie = await open(0);
  assertEquals(/; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/.test(cookie), true);
  assertEquals(decodeURIComponent(cookie).includes("first"), false);
  assertEquals(/; Secure/.test(await open(0, { "x-forwarded-proto": "https" })), true);
});

Deno.test("openSession() makes a cookie for one port, as browsers send it to all ports of a host", async () => {
  const [one, two] = ["http://localhost:8000", "http://localhost:8001"];
  const both = `${(await open(0, {}, one)).split(";")[0]}; ${(await open(1, {}, two)).split(";")[0]}`;
  assertEquals([(await read(both, 0, one)).token, (await read(both, 0, two)).token], [0, 1]);
  assertEquals(await read(both), null);
  const closed = (await app.request(`${two}/close`)).headers.get("set-cookie")!;
  assertEquals(closed.startsWith("backstream-8001=; Max-Age=0"), true);
});

Deno.test("readSession() knows no session where the host is none", async () => {
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  for (const host of ["x:99999", "a b", "%zz"]) {
    using connection = await Deno.connect({ port: server.addr.port, hostname: "127.0.0.1" });
    const head = `GET /read/0 HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
    await connection.write(new TextEncoder().encode(head));
    assertEquals((await new Response(connection.readable).text()).endsWith("\r\n\r\nnull"), true);
  }
});

Deno.test("readSession() knows a session for twelve hours", async () => {
  const cookie = (await open(0)).split(";")[0];
  assertEquals(await read(cookie, 12 * HOURS - 1), { token: 0, scope: "admin" });
  assertEquals(await read(cookie, 12 * HOURS), null);
});

Deno.test("readSession() knows no cookie that was changed, or signed with another token or for something else", async () => {
  const cookie = decodeURIComponent((await open(0)).split(";")[0]);
  const longer = cookie.replace("43200000", "99999999");
  assertEquals(longer === cookie, false);
  for (
    const changed of [longer, cookie.slice(0, -3), `${cookie.slice(0, -2)}A=`, "backstream=", "backstream=first", ""]
  ) {
    assertEquals([changed, await read(changed)], [changed, null]);
  }
  const other = new Hono();
  other.get("/", async (context) => {
    const { setSignedCookie } = await import("../../../lib/deps/hono.ts");
    await setSignedCookie(context, "backstream", "something 99999999999", "first");
    return context.text("");
  });
  assertEquals(await read((await other.request("/")).headers.get("set-cookie")!.split(";")[0]), null);
});

Deno.test("closeSession() makes the browser forget the cookie", async () => {
  const cookie = (await app.request("/close")).headers.get("set-cookie")!;
  assertEquals(/^backstream=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/.test(cookie), true);
});
