/** What was asked for on the command line. */
export type ProtectRequest =
  | {
      readonly verb: "release";
      readonly lattice: string;
      readonly counts: string;
      readonly periods: readonly string[];
      readonly previous: readonly string[];
      readonly population: string | null;
      readonly key: string | null;
      readonly out: string;
    }
  | { readonly verb: "verify"; readonly releases: readonly string[]; readonly counts: string };

const OPTIONS = ["lattice", "counts", "period", "previous", "population", "key", "out"];

/** Values by option; several may follow one option, and an option may come several times. */
function groupValues(args: readonly string[]): Map<string, string[]> | null {
  const groups = new Map<string, string[]>([["", []]]);
  let current: string[] = groups.get("") ?? [];
  for (const arg of args) {
    if (!arg.startsWith("--")) {
      current.push(arg);
      continue;
    }
    const [name = "", ...rest] = arg.slice(2).split("=");
    if (!OPTIONS.includes(name)) return null;
    current = groups.get(name) ?? [];
    groups.set(name, current);
    if (rest.length > 0) current.push(rest.join("="));
  }
  return groups;
}

/** The request, or null when the arguments make none. */
export function readArguments(args: readonly string[]): ProtectRequest | null {
  const isVerify = args[0] === "verify";
  const groups = groupValues(isVerify ? args.slice(1) : args);
  if (groups === null) return null;
  const one = (name: string) => {
    const values = groups.get(name);
    return values?.length === 1 ? values[0] : undefined;
  };
  const atMostOne = (name: string) => !groups.has(name) || one(name) !== undefined;
  const loose = groups.get("") ?? [];
  const counts = one("counts");
  if (counts === undefined) return null;
  if (isVerify) {
    const others = [...groups.keys()].filter((name) => name !== "" && name !== "counts");
    return others.length > 0 || loose.length === 0 ? null : { verb: "verify", releases: loose, counts };
  }
  const lattice = one("lattice");
  const out = one("out");
  const periods = groups.get("period") ?? [];
  if (lattice === undefined || out === undefined || periods.length === 0 || loose.length > 0) return null;
  if (!atMostOne("population") || !atMostOne("key")) return null;
  return {
    verb: "release",
    lattice,
    counts,
    periods,
    previous: groups.get("previous") ?? [],
    population: one("population") ?? null,
    key: one("key") ?? null,
    out,
  };
}
