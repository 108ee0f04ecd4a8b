import type { Release } from "../src/index.ts";

/**
 * What an attacker has: the lattice, which is public, and the releases. Nothing here is shared with the
 * library: the hierarchy is read again from the JSON, and atoms are known by their codes.
 */
export interface PublicView {
  /** Atoms by their codes joined with tabs, in some order. */
  readonly atoms: readonly string[];
  readonly cells: readonly PublicCell[];
}

export interface PublicCell {
  readonly name: string;
  /** Positions among the atoms. */
  readonly atoms: readonly number[];
  readonly status: "published" | "band" | "protected" | "not_applicable";
  /** The number or band as it stands in the file; empty when there is none. */
  readonly text: string;
}

interface JsonDimension {
  readonly levels: readonly string[];
  readonly parents: Readonly<Record<string, string | null>>;
}

export interface JsonLattice {
  readonly dimensions: Readonly<Record<string, JsonDimension>>;
  readonly publish: readonly Readonly<Record<string, string>>[];
}

function finestUnder(dimension: JsonDimension, code: string): string[] {
  const children = Object.keys(dimension.parents).filter((child) => dimension.parents[child] === code);
  return children.length === 0 ? [code] : children.flatMap((child) => finestUnder(dimension, child));
}

function combine(lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (names, list) => names.flatMap((name) => list.map((code) => (name === "" ? code : `${name}\t${code}`))),
    [""],
  );
}

export function publicView(lattice: JsonLattice, releases: readonly Release[]): PublicView {
  const dimensions = Object.values(lattice.dimensions);
  const finest = dimensions.map((dimension) =>
    Object.keys(dimension.parents).flatMap((code) =>
      dimension.parents[code] === null ? finestUnder(dimension, code) : [],
    ),
  );
  const atoms = combine(finest);
  const place = new Map(atoms.map((name, i) => [name, i]));
  const cells = releases.flatMap((release) =>
    release.cells.map(({ codes, cell }): PublicCell => {
      const lists = codes.map((code, i) => {
        const dimension = dimensions[i];
        return dimension === undefined ? [] : finestUnder(dimension, code);
      });
      const inside = combine(lists).flatMap((name) => place.get(name) ?? []);
      const text = cell.status === "published" ? String(cell.value) : cell.status === "band" ? cell.band : "";
      return { name: codes.join(" "), atoms: inside, status: cell.status, text };
    }),
  );
  return { atoms, cells };
}

/** The true values in the order of the view's atoms, from the lines of the counts file. */
export function trueValues(
  view: PublicView,
  header: readonly string[],
  lines: readonly { readonly fields: Readonly<Record<string, string>> }[],
  column = "count",
): number[] {
  const values = new Array<number>(view.atoms.length).fill(0);
  const place = new Map(view.atoms.map((name, i) => [name, i]));
  const dimensions = header.slice(0, header.indexOf("count"));
  for (const { fields } of lines) {
    const at = place.get(dimensions.map((name) => fields[name]).join("\t"));
    if (at !== undefined) values[at] = Number(fields[column]);
  }
  return values;
}
