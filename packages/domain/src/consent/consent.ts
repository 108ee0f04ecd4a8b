/** The three consents: before Barnkontakt is activated, before Barnteam, before Individuellt barnteam. */
export const CONSENT_STEPS = ["muntligt", "skriftligt_barnteam", "skriftligt_individuellt"] as const;

export type ConsentStep = (typeof CONSENT_STEPS)[number];

export const CONSENT_STATES = ["asked", "given", "declined", "withdrawn"] as const;

export type ConsentState = (typeof CONSENT_STATES)[number];

/** How the answer came: in person, by phone, by letter, or by the guardian's own login. */
export const CONSENT_WAYS = ["in_person", "phone", "letter", "online"] as const;

export type ConsentWay = (typeof CONSENT_WAYS)[number];
