/** Opens Deno KV on a new file, and removes the file in the end. */
export async function temporaryKv(): Promise<{ kv: Deno.Kv; path: string; close(): Promise<void> }> {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/store.kv`;
  const kv = await Deno.openKv(path);
  return {
    kv,
    path,
    close() {
      kv.close();
      return Deno.remove(folder, { recursive: true });
    },
  };
}
