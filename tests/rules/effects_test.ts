/**
 * Importing has no effects: no timer, no random number, no WebAssembly compile, no request, nothing asked of the runtime.
 * Each entry point is imported by a Deno of its own that has no permissions and where all of those throw.
 */
import { assertEquals } from "@std/assert";
import { chooseStd } from "../tool/choose_std.ts";
import { readConfig, root } from "./deno_json.ts";

/** Makes what an import must not touch report and throw, except for the runtime's own code. */
const traps = `
const touched = [];
function trap(object, name, label) {
  if (object[name] === undefined) return;
  const report = (use) => (...args) => {
    const caller = new Error().stack.split("\\n")[2] ?? "";
    if (/\\(?(ext|node):/.test(caller)) return use(...args);
    touched.push(label);
    throw new Error("touched " + label);
  };
  const { apply, construct, get } = Reflect;
  const uses = typeof object[name] === "function" ? { apply, construct } : { get };
  const traps = Object.fromEntries(Object.entries(uses).map(([use, original]) => [use, report(original)]));
  Object.defineProperty(object, name, { configurable: true, writable: true, value: new Proxy(object[name], traps) });
}
const { log } = console;
for (const name of ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]) {
  trap(globalThis, name, name);
}
for (const name of ["crypto", "fetch", "WebSocket", "Worker", "BroadcastChannel", "localStorage", "caches", "Deno"]) {
  trap(globalThis, name, name);
}
for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming", "Module", "Instance"]) {
  trap(WebAssembly, name, "WebAssembly." + name);
}
trap(Math, "random", "Math.random");
trap(Date, "now", "Date.now");
trap(performance, "now", "performance.now");
`;

/** What the import touches, joined by commas; the error if it fails for another reason. */
async function effectsOf(specifier: string): Promise<string> {
  const { flags } = await chooseStd();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--ext=js", ...flags, "-"],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  const program =
    `${traps}\nawait import("${specifier}").catch((error) => touched.push(String(error)));\nlog(touched.join());`;
  await writer.write(new TextEncoder().encode(program));
  await writer.close();
  const { stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return decoder.decode(stdout).trim() || decoder.decode(stderr).trim();
}

const { name, exports } = readConfig();

for (const subPath of Object.keys(exports)) {
  Deno.test(`importing ${name}${subPath.slice(1)} has no effects`, async () => {
    assertEquals(await effectsOf(name + subPath.slice(1)), "");
  });
}

Deno.test("effectsOf() tells what an import touches", async () => {
  const effects: [source: string, touched: string][] = [
    ["setTimeout(() => {}, 1)", "setTimeout"],
    ["crypto.randomUUID()", "crypto"],
    ["new WebAssembly.Module(new Uint8Array(8))", "WebAssembly.Module"],
    ["globalThis.Deno?.env", "Deno"],
    ["Math.random()", "Math.random"],
  ];
  for (const [source, touched] of effects) {
    const told = await effectsOf(`data:text/javascript,${encodeURIComponent(source)}`);
    assertEquals(told.split(",")[0], touched);
  }
  assertEquals(await effectsOf("data:text/javascript,export const one = 1"), "");
});
