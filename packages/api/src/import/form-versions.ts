import {
  type AnswerLayout,
  type Area,
  type AreaRatings,
  adoptKeys,
  answerLayout,
  type Instrument,
  type InstrumentId,
  type InstrumentStatus,
} from "@kompassen/domain/behovskompass";
import type { KnownVersions } from "@kompassen/domain/history";
import type { LocalDate } from "@kompassen/domain/shared";

/** An instrument version of the kommun, stored or about to be. */
export interface FormVersion {
  readonly number: number;
  readonly status: InstrumentStatus;
  readonly layout: AnswerLayout;
}

/** A version that this import adds. */
export interface AddedVersion extends FormVersion {
  readonly form: Instrument;
  readonly origin: "placeholder" | "official" | "adopted";
}

/** A file's "1" that meets another form of that name here is adopted as "1 (fil)", then "1 (fil 2)". */
const ADOPTED_NAME = /^(.+) \(fil(?: \d+)?\)$/u;

/** The name by which a file speaks of the version. */
export function fileNameOf({ status, layout }: FormVersion): string {
  const base = ADOPTED_NAME.exec(layout.version)?.[1];
  return status === "without_text" && base !== undefined ? base : layout.version;
}

/** The versions that a file may mean by a name: the one so named first, then those adopted under it. */
export function candidatesFor(
  versions: readonly FormVersion[],
  instrument: InstrumentId,
  name: string,
): FormVersion[] {
  const ofInstrument = versions.filter(({ layout }) => layout.instrument === instrument);
  const exact = ofInstrument.filter(({ layout }) => layout.version === name);
  const adopted = ofInstrument.filter((one) => fileNameOf(one) === name && !exact.includes(one));
  return [...exact, ...adopted.toSorted((a, b) => a.number - b.number)];
}

/** Every key that a file may use, by the names a file may use. */
export function knownToFiles(versions: readonly FormVersion[]): KnownVersions {
  const known = new Map<InstrumentId, Map<string, Map<Area, Set<string>>>>();
  for (const version of versions) {
    const { instrument } = version.layout;
    const names = known.get(instrument) ?? new Map<string, Map<Area, Set<string>>>();
    known.set(instrument, names);
    for (const name of new Set([version.layout.version, fileNameOf(version)])) {
      const areas = names.get(name) ?? new Map<Area, Set<string>>();
      names.set(name, areas);
      for (const { area, keys } of version.layout.areas) {
        areas.set(area, new Set([...(areas.get(area) ?? []), ...keys]));
      }
    }
  }
  return known;
}

/** Whether every statement that is answered stands in the version. */
export function covers({ layout }: FormVersion, ratings: AreaRatings): boolean {
  for (const [area, rating] of ratings) {
    const listed = layout.areas.find((one) => one.area === area);
    if (listed === undefined) return false;
    if (rating.kind === "single") continue;
    for (const key of rating.answers.keys()) if (!listed.keys.includes(key)) return false;
  }
  return true;
}

/** A version without text of the keys that a file uses, under the file's name for it if that is free. */
export function adoptVersion(
  versions: readonly FormVersion[],
  used: {
    readonly instrument: InstrumentId;
    readonly version: string;
    readonly keys: ReadonlyMap<Area, ReadonlySet<string>>;
    readonly validFrom: LocalDate;
  },
): AddedVersion {
  const taken = versions
    .filter(({ layout }) => layout.instrument === used.instrument)
    .map(({ layout }) => layout.version);
  const form = adoptKeys({ ...used, version: freeName(used.version, taken) });
  return addVersion(versions, form, "adopted");
}

export function addVersion(
  versions: readonly FormVersion[],
  form: Instrument,
  origin: AddedVersion["origin"],
): AddedVersion {
  const number = versions.reduce((highest, version) => Math.max(highest, version.number), 0) + 1;
  return { number, status: form.status, layout: answerLayout(form), form, origin };
}

function freeName(name: string, taken: readonly string[]): string {
  const names = [name, `${name} (fil)`];
  for (let count = 2; names.every((candidate) => taken.includes(candidate)); count += 1) {
    names.push(`${name} (fil ${count})`);
  }
  return names.find((candidate) => !taken.includes(candidate)) ?? name;
}
