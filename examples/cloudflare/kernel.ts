/** Writes simd.wasm, which the Worker imports as a module: Workers compile no bytes at run time. */
import { kernelBytes } from "@backstream/backstream";
import { writeFile } from "node:fs/promises";

await writeFile(new URL("simd.wasm", import.meta.url), kernelBytes());
