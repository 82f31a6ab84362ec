/** How large the core is for who downloads it, and how long it takes to import. */
import { makeBundle, zippedSize } from "../../tool/bundle_size.ts";

const core = new URL("../../../mod.ts", import.meta.url).href;

/** Bytes after minifying and gzip. */
export async function measureSizes(): Promise<{ core: number; learner: number }> {
  return {
    core: await zippedSize(await makeBundle(`export * from ${JSON.stringify(core)};`)),
    learner: await zippedSize(await makeBundle(`export { createLearner, sgd } from ${JSON.stringify(core)};`)),
  };
}

/** Milliseconds that the import of the core takes in a process of its own, as the median of several. */
export async function measureImport(): Promise<number> {
  const program = `const start = performance.now();
    await import(${JSON.stringify(core)});
    console.log(performance.now() - start);`;
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["eval", program], stderr: "null" }).output();
    times.push(Number(new TextDecoder().decode(stdout)));
  }
  return times.sort((a, b) => a - b)[4];
}
