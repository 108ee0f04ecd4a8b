import { openRuntime, type Runtime } from "@kompassen/api";

let opened: Runtime | undefined;

/** This server's one runtime, opened at the first request so that a build needs no database. */
export function runtime(): Runtime {
  opened ??= openRuntime({
    databaseUrl: required("KOMPASSEN_DATABASE_URL"),
    statisticsUrl: required("KOMPASSEN_STATISTICS_URL"),
    familyUrl: required("KOMPASSEN_FAMILY_URL"),
    isDemo: process.env.KOMPASSEN_DEMO === "1",
    loginFile: process.env.KOMPASSEN_OIDC || null,
    hasLimits: process.env.KOMPASSEN_LIMITS !== "off",
    diskFolders: (process.env.KOMPASSEN_DISK ?? "").split(":").filter((folder) => folder !== ""),
    ...(process.env.KOMPASSEN_DISK_EVERY ? { diskEvery: Number(process.env.KOMPASSEN_DISK_EVERY) } : {}),
    version: process.env.KOMPASSEN_VERSION ?? "0.1.0",
  });
  return opened;
}

export async function closeRuntime(): Promise<void> {
  await opened?.close();
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set; start with "npm start"`);
  return value;
}
