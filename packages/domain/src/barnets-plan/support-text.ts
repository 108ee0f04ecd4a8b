import type { Language, LocalText } from "../shared/index.ts";
import type { SupportKind, SupportStatus } from "./support.ts";

const KINDS: Record<SupportKind, LocalText> = {
  extra_hembesok: { sv: "Extra hembesök", en: "Extra home visit" },
  extra_telefonsamtal: { sv: "Extra telefonsamtal eller sms", en: "Extra phone call or text message" },
  anvandarresa: { sv: "Användarresa", en: "User journey" },
  hamtning_lamning: { sv: "Hämtning hemma, lämning i skolan", en: "Picked up at home, taken to school" },
  resursperson: { sv: "Utökad resursperson", en: "More time with a support person" },
  annat: { sv: "Annat stöd", en: "Other support" },
};

const STATUSES: Record<SupportStatus, LocalText> = {
  ska_sattas_in: { sv: "Ska sättas in", en: "To be started" },
  pagaende: { sv: "Pågående", en: "Ongoing" },
  klart: { sv: "Klart", en: "Done" },
};

export function supportKindText(kind: SupportKind, language: Language): string {
  return KINDS[kind][language];
}

export function supportStatusText(status: SupportStatus, language: Language): string {
  return STATUSES[status][language];
}
