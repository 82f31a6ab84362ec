/** The files speak of the project alone: no addresses of registries, no paths of one machine, no numbers of issues. */
import { assertEquals } from "@std/assert";
import { root } from "./deno_json.ts";
import { filesUnder } from "./files_under.ts";

const hosts = ["jsr io", "npmjs org", "npmjs com", "deno land", "esm sh", "unpkg com", "jsdelivr net", "skypack dev"];
const folders = ["work", "tmp", "home", "root", "mnt", "Users", "usr local", "usr lib"];

const banned: Record<string, RegExp> = {
  "a registry's address": RegExp(`\\b(?:${hosts.map((host) => host.replace(" ", "\\.")).join("|")})\\b`, "i"),
  "a machine's path": RegExp(`(?<![\\w.\\-/:}])/(?:${folders.map((folder) => folder.replace(" ", "/")).join("|")})/`),
  "an issue's number": /\b(?:issues?|tickets?|pull requests?) #?\d+\b/i,
};

const files = [
  ...["mod.ts", "deno.json", "README.md", "LICENSE", ".gitignore"],
  ...["lib", "examples", "tests", ".ci", ".github"].flatMap(filesUnder),
].filter((file) => !/\.(png|wasm|bin|safetensors|gz)$/.test(file));

/** What is banned and yet there, by line. */
function findings(text: string): string[] {
  return text.split("\n").flatMap((line, i) =>
    Object.entries(banned).filter(([, pattern]) => pattern.test(line)).map(([what]) => `line ${i + 1} has ${what}`)
  );
}

Deno.test("no file holds a registry's address, a machine's path or an issue's number", async () => {
  const found: string[] = [];
  for (const file of files) {
    const text = await Deno.readTextFile(new URL(file, root)).catch(() => "");
    found.push(...findings(text).map((finding) => `${file}: ${finding}`));
  }
  assertEquals(found, []);
});

Deno.test("findings() tells what is banned from what only looks like it", () => {
  const [host, folder] = [hosts[0].replace(" ", "."), folders[0]];
  assertEquals(findings(`see https://${host}/@std`), ["line 1 has a registry's address"]);
  assertEquals(findings(`fine\nread "/${folder}/main"`), ["line 2 has a machine's path"]);
  assertEquals(findings(`see ${"issue"} 12`), ["line 1 has an issue's number"]);
  assertEquals(findings("https://example.com/home/a ./tmp/a lib/work/b.ts an issue of 12 pages"), []);
});
