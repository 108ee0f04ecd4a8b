import { mkdtemp, readFile, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { databaseAccount } from "./account.ts";
import { locateBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-cluster-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ensure = async () =>
  ensureCluster(folder, await locateBinaries(path.join(folder, "programs")), databaseAccount());
const identity = () => readFile(path.join(folder, "postgres/global/pg_control"));

it("keeps a cluster of which it cannot tell whether it is whole", async () => {
  await ensure();
  const before = await identity();
  const ready = path.join(folder, "postgres/kompassen.ready");
  await rm(ready);
  await expect(ensure()).rejects.toThrow(/kompassen\.ready/);
  // What cannot be read is not what is not there.
  await symlink(ready, ready);
  await expect(ensure()).rejects.toThrow("ELOOP");
  expect(await identity()).toEqual(before);
});

it("makes one where a first start was cut off", async () => {
  const { cluster } = await ensure();
  await rm(path.join(cluster, "kompassen.ready"));
  await rm(path.join(cluster, "global/pg_control"));
  await ensure();
  expect((await stat(path.join(cluster, "kompassen.ready"))).isFile()).toBe(true);
});
