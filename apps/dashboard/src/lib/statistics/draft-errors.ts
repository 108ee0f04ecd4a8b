import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["statistics"]["officer"];

/** Why a draft could not be made or decided about, at the control it concerns. */
export function draftErrors(
  { code, detail }: { readonly code: ErrorCode; readonly detail: ErrorDetail },
  words: Words,
  refusals: Messages["session"]["refusals"],
): { field: string; message: string }[] {
  const { reason } = detail;
  if (reason === "same_person" || reason === "release_not_open")
    return [{ field: "beslut", message: words.closed[reason] }];
  if (reason === "release_on_its_way") return [{ field: "periods", message: words.onItsWay }];
  if (code === "invalid")
    return [{ field: "periods", message: faultText(detail.faults?.[0]?.expected, words.faults) }];
  return [{ field: "beslut", message: refusals[code] }];
}

/** A form without any quarter is refused by its shape alone. */
function faultText(expected: string | undefined, faults: Words["faults"]): string {
  const key = Object.keys(faults).find((one): one is keyof Words["faults"] => one === expected);
  return faults[key ?? "some_period"];
}
