import type { ProtectedIdentity } from "../people/index.ts";
import { type RegisterResource, readMarking } from "./codes.ts";
import { isRecord, type RegisterFault, RegisterObject, type UnknownCode } from "./register-object.ts";
import {
  type RegisterDuty,
  type RegisterOrganisation,
  type RegisterPerson,
  type RegisterPlacement,
  readDuty,
  readOrganisation,
  readPerson,
  readPlacement,
} from "./register-rows.ts";

/** The rows of one page, by what it is a page of. */
export type RegisterRows =
  | { readonly resource: "organisations"; readonly rows: readonly RegisterOrganisation[] }
  | { readonly resource: "placements"; readonly rows: readonly RegisterPlacement[] }
  | { readonly resource: "duties"; readonly rows: readonly RegisterDuty[] }
  | { readonly resource: "persons"; readonly rows: readonly RegisterPerson[] };

export type RegisterPage = {
  readonly unknown: readonly UnknownCode[];
  /** All or nothing: a page with a fault has no rows. */
} & (({ readonly faults: readonly [] } & RegisterRows) | RefusedPage);

export interface RefusedPage {
  readonly resource: RegisterResource;
  readonly faults: readonly [RegisterFault, ...RegisterFault[]];
  /** Protection that could be read all the same: it holds though its page is refused. */
  readonly markings: readonly SentMarking[];
}

export interface SentMarking {
  readonly sourceId: string;
  readonly marking: ProtectedIdentity;
  readonly markingSource: string;
}

/** Reads a page of objects as SS12000:2020 writes them: every row of it, or everything that is wrong with it. */
export function readPage(resource: RegisterResource, objects: readonly unknown[]): RegisterPage {
  switch (resource) {
    case "organisations": {
      const read = readAll(objects, readOrganisation);
      return read.ok ? { resource, ...read.accepted } : { resource, ...read.refused, markings: [] };
    }
    case "placements": {
      const read = readAll(objects, readPlacement);
      return read.ok ? { resource, ...read.accepted } : { resource, ...read.refused, markings: [] };
    }
    case "duties": {
      const read = readAll(objects, readDuty);
      return read.ok ? { resource, ...read.accepted } : { resource, ...read.refused, markings: [] };
    }
    case "persons": {
      const read = readAll(objects, readPerson);
      if (read.ok) return { resource, ...read.accepted };
      return { resource, ...read.refused, markings: objects.flatMap(sentMarking) };
    }
  }
}

type AllRead<Row> =
  | {
      readonly ok: true;
      readonly accepted: {
        readonly rows: Row[];
        readonly unknown: UnknownCode[];
        readonly faults: readonly [];
      };
    }
  | {
      readonly ok: false;
      readonly refused: {
        readonly faults: readonly [RegisterFault, ...RegisterFault[]];
        readonly unknown: UnknownCode[];
      };
    };

function readAll<Row>(objects: readonly unknown[], read: (object: RegisterObject) => Row): AllRead<Row> {
  const rows: Row[] = [];
  const faults: RegisterFault[] = [];
  const unknown: UnknownCode[] = [];
  const ids = new Set<string>();
  objects.forEach((value, index) => {
    const object = new RegisterObject(value, index + 1);
    rows.push(read(object));
    if (object.id !== null && ids.has(object.id)) object.fault("id", "once_in_page");
    if (object.id !== null) ids.add(object.id);
    faults.push(...object.faults);
    unknown.push(...object.unknown);
  });
  const [first, ...rest] = faults;
  if (first === undefined) return { ok: true, accepted: { rows, unknown, faults: [] } };
  return { ok: false, refused: { faults: [first, ...rest], unknown } };
}

function sentMarking(value: unknown): SentMarking[] {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.securityMarking !== "string")
    return [];
  const markingSource = value.securityMarking.trim().slice(0, 200);
  return [{ sourceId: value.id, markingSource, marking: readMarking(markingSource).marking }];
}
