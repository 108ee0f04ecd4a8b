import type { HandOverView } from "@kompassen/api/people";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { Option } from "#lib/shared/Select.svelte";

/** Who may be asked, the likeliest first: "Milovi Lindolke, Rektor förskola, Ekskolan (där barnet är nu)". */
export function toSuccessorOptions(
  options: HandOverView["options"],
  { ask }: Messages["handOver"],
): Option[] {
  return options.map(({ id, name, title, unitName, reason }) => {
    const who = [name, title, unitName].filter((part) => part !== null).join(", ");
    return { value: id, label: reason === null ? who : `${who} (${ask.reasons[reason]})` };
  });
}
