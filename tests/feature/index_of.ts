import type { Block, Layout } from "../../lib/feature/layout.ts";
import { packedBlocks } from "../../lib/feature/layout.ts";
import { type FeatureEncoderOptions, planEncoder } from "../../lib/feature/encoder_options.ts";
import { indexLayout, type LayoutIndex } from "../../lib/feature/layout_index.ts";

/** The index of a layout that is written down: fields as `name type`, blocks as `field kind place size`. */
export function indexOf(
  fields: readonly string[],
  blocks: readonly string[],
  { categories = [], ...options }: FeatureEncoderOptions & { categories?: string[][] } = {},
): LayoutIndex {
  const layout: Layout = {
    names: fields.map((field) => field.split(" ")[0]),
    types: fields.map((field) => field.split(" ")[1] as Layout["types"][number]),
    categories: fields.map((_, f) => categories[f] ?? []),
    blocks: packedBlocks(blocks.map((block): Block => {
      const [field, kind, place, size] = block.split(" ");
      return { field: +field, kind: kind as Block["kind"], place: +place, size: +size };
    })),
  };
  return indexLayout(layout, planEncoder(options));
}
