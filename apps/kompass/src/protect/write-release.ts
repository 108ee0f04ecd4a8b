import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expectation, InputFaults } from "@kompassen/disclosure";
import { AUDIT, CERTIFICATE, PUBLISHED, readIfThere } from "./read-release.ts";

/** The three files of a release. Only the first is public. */
export interface ReleaseFiles {
  readonly published: string;
  readonly audit: string;
  readonly certificate: string;
}

/** A release is never overwritten by another; the same one may be written again. */
async function refuseOtherRelease(folder: string, name: string, files: ReleaseFiles): Promise<void> {
  const published = await readIfThere(path.join(folder, PUBLISHED));
  const certificate = await readIfThere(path.join(folder, CERTIFICATE));
  const isSame = published === files.published && certificate === files.certificate;
  if (isSame || (published === null && certificate === null)) return;
  const expected = expectation("empty_folder");
  throw new InputFaults(name, [{ row: null, column: PUBLISHED, value: "", expected }]);
}

/** Writes all of a release or nothing: complete beside its place first, then moved there. */
export async function writeRelease(folder: string, name: string, files: ReleaseFiles): Promise<void> {
  await refuseOtherRelease(folder, name, files);
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, ".release-"));
  try {
    const sealed = { mode: 0o600 };
    await writeFile(path.join(draft, CERTIFICATE), files.certificate, sealed);
    await writeFile(path.join(draft, AUDIT), files.audit, sealed);
    await writeFile(path.join(draft, PUBLISHED), files.published, { mode: 0o644 });
    await mkdir(folder, { recursive: true });
    const existing = await readdir(folder);
    if (existing.length === 0) {
      await chmod(draft, 0o755);
      await rename(draft, folder);
      return;
    }
    // The public file comes last: whoever sees it finds its proof beside it.
    for (const file of [CERTIFICATE, AUDIT, PUBLISHED]) {
      await rename(path.join(draft, file), path.join(folder, file));
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
