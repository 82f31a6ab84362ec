/** How many bytes of a program are downloaded: bundled, minified, compressed with gzip. */

/** A program of one line as one minified file. */
export async function makeBundle(program: string): Promise<Uint8Array> {
  const folder = await Deno.makeTempDir();
  try {
    const [from, to] = [`${folder}/from.ts`, `${folder}/to.js`];
    await Deno.writeTextFile(from, program);
    const args = ["bundle", "--minify", "--quiet", "--platform=browser", "-o", to, from];
    const { success, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
    if (!success) throw new Error(`Cannot bundle: ${new TextDecoder().decode(stderr)}`);
    return await Deno.readFile(to);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The number of bytes after gzip. */
export async function zippedSize(bytes: Uint8Array): Promise<number> {
  const zipped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(zipped).arrayBuffer()).byteLength;
}
