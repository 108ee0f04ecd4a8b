// Every event that the server's log can hold and every field of it, from the lists it is written by.
import { listLogInventory } from "../../packages/api/src/log/index.ts";
import { toCsv } from "./csv.ts";

export function logInventoryCsv(): string {
  const rows = listLogInventory().map(({ event, level, eventSays, field, fieldSays }) => [
    event,
    level,
    eventSays,
    field ?? "",
    fieldSays ?? "",
  ]);
  return toCsv(["event", "level", "says", "field", "field_says"], rows);
}
