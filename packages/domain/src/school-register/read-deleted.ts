import { REGISTER_RESOURCES, type RegisterResource } from "./codes.ts";
import { isRecord } from "./register-object.ts";

export interface DeletedObject {
  readonly resource: RegisterResource;
  readonly sourceId: string;
}

const ENTITY_TYPES: ReadonlyMap<string, RegisterResource> = new Map([
  ["organisation", "organisations"],
  ["placement", "placements"],
  ["duty", "duties"],
  ["person", "persons"],
]);

/**
 * What `deletedEntities` tells: either lists of ids by resource, or a flat list with the type beside each id, since
 * servers do both. Resources that are not read here are passed by.
 */
export function readDeleted(data: unknown): DeletedObject[] {
  if (Array.isArray(data)) return data.flatMap(readOne);
  if (!isRecord(data)) return [];
  return REGISTER_RESOURCES.flatMap((resource) => {
    const ids = data[resource];
    return Array.isArray(ids)
      ? ids.filter((id) => typeof id === "string").map((sourceId) => ({ resource, sourceId }))
      : [];
  });
}

function readOne(value: unknown): DeletedObject[] {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.entityType !== "string") return [];
  const { entityType, id } = value;
  const resource =
    REGISTER_RESOURCES.find((known) => known === entityType.toLowerCase()) ??
    ENTITY_TYPES.get(entityType.toLowerCase());
  return resource === undefined ? [] : [{ resource, sourceId: id }];
}
