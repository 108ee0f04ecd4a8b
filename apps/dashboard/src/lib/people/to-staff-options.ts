import type { StaffOption } from "@kompassen/api/people";
import { RESPONSIBLE_KINDS } from "@kompassen/domain/people";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { Option } from "#lib/shared/Select.svelte";

/** Colleagues to choose among, with the responsibilities that each may be given: "Tuva Gran, rektor (Barnkontakt)". */
export function toStaffOptions(staff: readonly StaffOption[], { relations }: Messages["people"]): Option[] {
  return staff.map(({ id, name, title, roles }) => {
    const may = RESPONSIBLE_KINDS.filter((kind) => roles.includes(kind)).map((kind) => relations[kind]);
    return { value: id, label: `${name}, ${title}${may.length > 0 ? ` (${may.join(", ")})` : ""}` };
  });
}
