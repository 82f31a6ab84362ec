import type { Report } from "./learn_digits.ts";
import { outputOf } from "./output_of.ts";

const source = `
import { readFileSync } from "node:fs";
import { learnDigits } from "./learn_digits.mjs";

console.log(JSON.stringify(await learnDigits(readFileSync("digits.bin"))));
`;

/** Learns the digits on Node, or on what takes its place, from what `makeProgram` has made in the folder. */
export async function learnOnNode(folder: string, command: string, ...args: string[]): Promise<Report[]> {
  return JSON.parse(await outputOf(command, [...args, "--eval", source], folder));
}
