import type { Round } from "./contender.ts";

/** A program that is asked for rounds on its standard input and answers with a line each. */
export interface ChildRounds {
  readonly round: Round;
  /** The first line that it writes, before any round. */
  readonly firstLine: () => Promise<string | undefined>;
  readonly close: () => void;
}

/**
 * Starts a program that runs rounds.
 *
 * @param command The program.
 * @param args Its arguments.
 * @returns The rounds.
 */
export function startRounds(command: string, args: readonly string[]): ChildRounds {
  const pipes = { stdin: "piped", stdout: "piped", stderr: "null" } as const;
  const child = new Deno.Command(command, { args: [...args], ...pipes }).spawn();
  const writer = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  const line = async (): Promise<string | undefined> => {
    while (!rest.includes("\n")) {
      const { value, done } = await reader.read();
      if (done) return undefined;
      rest += value;
    }
    const end = rest.indexOf("\n");
    const first = rest.slice(0, end);
    rest = rest.slice(end + 1);
    return first;
  };
  return {
    firstLine: line,
    async round(milliseconds) {
      await writer.write(new TextEncoder().encode(`${milliseconds}\n`));
      return Number(await line());
    },
    close: () => child.kill(),
  };
}
