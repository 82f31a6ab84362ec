import { denoJson } from "./deno_json.ts";

/** A public symbol, or a member of one. */
export interface Documented {
  /** The name; `Type.member` for a member. */
  readonly name: string;
  /** What it is, in the words of `deno doc`: function, class, interface, method, property and so on. */
  readonly kind: string;
  /** Where it is. */
  readonly place: string;
  /** The text of its documentation, empty if there is none. */
  readonly doc: string;
  /** The kinds of its tags, such as param and example. */
  readonly tags: readonly string[];
}

/** One declaration: up to Deno 2.6 with a definition by kind, later with `def`. */
interface Declaration {
  name: string;
  kind: string;
  location: { filename: string; line: number };
  accessibility?: "public" | "protected" | "private";
  jsDoc?: { doc?: string; tags?: { kind: string }[] };
  def?: Members;
  classDef?: Members;
  interfaceDef?: Members;
}

interface Members {
  properties?: Declaration[];
  methods?: Declaration[];
}

/** A list of declarations up to Deno 2.6, later symbols by module. */
type Nodes = Declaration[] | Record<string, { symbols: { name: string; declarations: Declaration[] }[] }>;

/** Everything public that the file exports, with the members of classes and interfaces. */
export async function readDocs(file: string): Promise<Documented[]> {
  const { nodes } = await denoJson<{ nodes: Nodes }>("doc", file);
  return declarationsOf(nodes).flatMap((declaration) => {
    const { properties = [], methods = [] } = declaration.def ?? declaration.classDef ?? declaration.interfaceDef ?? {};
    const members = [...properties.map(of("property")), ...methods.map(of("method"))]
      .filter(({ accessibility }) => accessibility !== "private");
    return [documented(declaration, declaration), ...members.map((member) => documented(member, declaration))];
  });
}

function declarationsOf(nodes: Nodes): Declaration[] {
  if (Array.isArray(nodes)) return nodes.filter(({ kind }) => kind !== "moduleDoc" && kind !== "import");
  return Object.values(nodes).flatMap(({ symbols }) =>
    symbols.flatMap(({ name, declarations }) => declarations.map((declaration) => ({ ...declaration, name })))
  );
}

function of(kind: string): (member: Declaration) => Declaration {
  return (member) => ({ ...member, kind });
}

function documented({ name, kind, location, jsDoc }: Declaration, owner: Declaration): Documented {
  const { filename, line } = location ?? owner.location;
  return {
    name: kind === "property" || kind === "method" ? `${owner.name}.${name}` : name,
    kind,
    place: `${filename.slice(filename.indexOf("/lib/") + 1)}:${line}`,
    doc: jsDoc?.doc ?? "",
    tags: jsDoc?.tags?.map((tag) => tag.kind) ?? [],
  };
}
