/** Copies a file, or a folder with all that it holds, to a path whose folders are made. */
export async function copy(from: URL, to: string): Promise<void> {
  if ((await Deno.stat(from)).isFile) {
    await Deno.mkdir(to.slice(0, to.lastIndexOf("/")), { recursive: true });
    return Deno.copyFile(from, to);
  }
  for await (const { name } of Deno.readDir(from)) {
    await copy(new URL(`${from.pathname}/${name}`, from), `${to}/${name}`);
  }
}
