import { type Equivalence, type InstrumentFault, readInstrument } from "@kompassen/domain/behovskompass";
import { namesOf } from "./file-equivalences.ts";
import { type AddedVersion, addVersion, type FormVersion } from "./form-versions.ts";
import type { ImportFile } from "./import-request.ts";
import type { ImportFault } from "./import-result.ts";
import { isSameForm, type StoredVersion } from "./stored-versions.ts";

export interface InstrumentReading {
  /** Null when the form is there already. */
  readonly added: AddedVersion | null;
  readonly equivalences: readonly Equivalence[];
  readonly faults: readonly ImportFault[];
}

/** A form is small; a file that is not is another file. */
const MOST_BYTES = 5_000_000;

/** Reads an official form from JSON: a version of its own, or the one that is there already. */
export async function readInstrumentFile(
  file: ImportFile,
  stored: readonly StoredVersion[],
  versions: readonly FormVersion[],
): Promise<InstrumentReading> {
  const json = await readJson(file);
  if (json === undefined) return refusedBy({ code: "not_json" });
  const read = readInstrument(json);
  if (!read.ok) return refusedBy(...read.faults);
  const form = read.value;
  const sameName = stored.find(
    ({ layout }) => layout.instrument === form.id && layout.version === form.version,
  );
  if (sameName !== undefined && !isSameForm(sameName, form)) return refusedBy({ code: "version_taken" });
  const added = sameName === undefined ? addVersion(versions, form, "official") : null;
  const all = added === null ? versions : [...versions, added];
  const unknown = form.equivalences.flatMap((equivalence, index) =>
    unknownStatements(equivalence, index, all),
  );
  return unknown.length > 0 ? refusedBy(...unknown) : { added, equivalences: form.equivalences, faults: [] };
}

async function readJson(file: ImportFile): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return JSON.parse(text) as unknown;
  } catch {
    // Neither text nor JSON: the one fault of such a file.
    return undefined;
  }
}

function unknownStatements(
  { instrument, fromVersion, toVersion, pairs }: Equivalence,
  index: number,
  versions: readonly FormVersion[],
): InstrumentFault[] {
  const isUnknown = (version: string, key: string) =>
    namesOf(versions, instrument, version, key).length === 0;
  return pairs.flatMap(({ from, to }, pair) =>
    [
      { version: fromVersion, key: from, end: "from" },
      { version: toVersion, key: to, end: "to" },
    ]
      .filter(({ version, key }) => isUnknown(version, key))
      .map(({ key, end }) => ({
        path: `equivalences.${index}.pairs.${pair}.${end}`,
        code: "unknown_statement" as const,
        detail: key,
      })),
  );
}

function refusedBy(
  ...faults: readonly Extract<ImportFault, { file: "instrument" }>["fault"][]
): InstrumentReading {
  return { added: null, equivalences: [], faults: faults.map((fault) => ({ file: "instrument", fault })) };
}
