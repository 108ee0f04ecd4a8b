/** How a staff member stands to one child, with from and to. Exactly one Barnkontakt and at most one Stödsamordnare at a time. */
export const RELATION_KINDS = ["barnkontakt", "stodsamordnare", "samtalsledare"] as const;

export type RelationKind = (typeof RELATION_KINDS)[number];

/** The kinds that carry the responsibility for a child; the Stödsamordnare goes first while there is one. */
export const RESPONSIBLE_KINDS = ["stodsamordnare", "barnkontakt"] as const;

export const PROTECTED_IDENTITIES = ["ingen", "sekretessmarkering", "skyddad_folkbokforing"] as const;

export type ProtectedIdentity = (typeof PROTECTED_IDENTITIES)[number];

/** Why a child is no longer followed (domain B.24). */
export const CLOSING_REASONS = [
  "behov_uppfyllt",
  "avbojt",
  "samtycke_aterkallat",
  "flytt",
  "alder",
  "annat",
] as const;

export type ClosingReason = (typeof CLOSING_REASONS)[number];
