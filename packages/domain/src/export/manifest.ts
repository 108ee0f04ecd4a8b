import { compareText } from "../shared/index.ts";

/** A file of the package, as text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Checksums as `sha256sum -c` reads them, by path. */
export function manifestText(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files
    .toSorted((a, b) => compareText(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");
}
