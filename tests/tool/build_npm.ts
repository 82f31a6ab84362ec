/**
 * Packs this project for npm, as out/backstream.tgz, without ./csv, which needs JSR.
 *
 * Run: deno task build:npm
 */
import { packNpm } from "./pack_npm.ts";

const path = new URL("../../out/backstream.tgz", import.meta.url).pathname;
await packNpm(path);
console.log("out/backstream.tgz");
