import postgres, { type Sql } from "postgres";

/** A restored database is made beside the one it is to replace, which goes last. */
export interface RestoreNames {
  readonly name: string;
  readonly beside: string;
  readonly replaced: string;
}

/** Another process restores the same database, in words for the person who started this one. */
export class RestoreUnderWay extends Error {
  constructor() {
    super("En säkerhetskopia återställs just nu i den här databasen. Vänta tills det är klart.");
    this.name = "RestoreUnderWay";
  }
}

/**
 * Does the work as the only one that restores this database, on a connection to the server's own database.
 * @throws RestoreUnderWay
 */
export function whileRestoring<T>(
  adminUrl: string,
  work: (server: Sql, names: RestoreNames) => Promise<T>,
): Promise<T> {
  return onServer(adminUrl, async (server, names) => {
    const [lock] = await server<{ mine: boolean }[]>`
      select pg_try_advisory_lock(hashtext('kompassen restore'), hashtext(${names.name})) as mine`;
    if (lock?.mine !== true) throw new RestoreUnderWay();
    return work(server, names);
  });
}

/**
 * Ends what a restore that was killed has left: before the change of names the old database is opened again and the
 * unfinished one goes, after it the replaced one goes. Asked before anything is served.
 * @throws RestoreUnderWay
 */
export async function settleRestore(adminUrl: string): Promise<void> {
  const isLeft = await onServer(
    adminUrl,
    async (server, { beside, replaced }) => (await exists(server, beside)) || exists(server, replaced),
  );
  if (isLeft) await whileRestoring(adminUrl, settle);
}

async function onServer<T>(
  adminUrl: string,
  work: (server: Sql, names: RestoreNames) => Promise<T>,
): Promise<T> {
  const name = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  // A lock lives as long as the connection: it is not to be renewed half-way.
  const server = postgres(withDatabase(adminUrl, "postgres"), {
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    return await work(server, { name, beside: `${name}_restoring`, replaced: `${name}_replaced` });
  } finally {
    await server.end({ timeout: 5 });
  }
}

/** As `settleRestore`, by whoever restores. */
export async function settle(server: Sql, { name, beside, replaced }: RestoreNames): Promise<void> {
  // Whatever else there is, it may be all there is.
  if (!(await exists(server, name))) return;
  const [found] = await server`select 1 from pg_database where datname = ${name} and not datallowconn`;
  if (found !== undefined) await server.unsafe(`alter database "${name}" allow_connections true`);
  await server.unsafe(`drop database if exists "${beside}" with (force)`);
  await server.unsafe(`drop database if exists "${replaced}" with (force)`);
}

/** The database beside takes the name, in one transaction: killed anywhere, there is always one of the name. */
export async function takeName(server: Sql, { name, beside, replaced }: RestoreNames): Promise<void> {
  const isThere = await exists(server, name);
  const both = isThere ? [name, beside] : [beside];
  // A database that somebody looks into cannot be renamed, and whoever was sent away comes back.
  for (const one of both) await server.unsafe(`alter database "${one}" allow_connections false`);
  await server`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname in ${server(both)} and backend_type = 'client backend'`;
  await server.begin(async (tx) => {
    if (isThere) await tx.unsafe(`alter database "${name}" rename to "${replaced}"`);
    await tx.unsafe(`alter database "${beside}" rename to "${name}"`);
    await tx.unsafe(`alter database "${name}" allow_connections true`);
  });
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.toString();
}

async function exists(server: Sql, name: string): Promise<boolean> {
  return (await server`select 1 from pg_database where datname = ${name}`).length > 0;
}
