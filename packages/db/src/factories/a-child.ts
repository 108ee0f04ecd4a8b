import type { Area } from "@kompassen/domain/behovskompass";
import type { ConsentStep } from "@kompassen/domain/consent";
import type {
  BarnteamAgeGroup,
  ClosingReason,
  ProtectedIdentity,
  RelationKind,
} from "@kompassen/domain/people";
import { addDays } from "@kompassen/domain/shared";
import type { TestKommun, TestPerson } from "./a-kommun.ts";
import type { ChildSpec, TestChild } from "./child-spec.ts";
import { insertChild } from "./insert-child.ts";

export interface ChildBuilder {
  withGuardians(number: number): ChildBuilder;
  followedBy(person: TestPerson, kind?: RelationKind): ChildBuilder;
  withProtectedIdentity(identity: Exclude<ProtectedIdentity, "ingen">): ChildBuilder;
  /** By every guardian, in writing where the step asks for it. */
  consentingTo(...steps: readonly ConsentStep[]): ChildBuilder;
  /** Next follow-up in so many days; negative is overdue. */
  dueIn(days: number): ChildBuilder;
  rating(area: Area, ...values: readonly number[]): ChildBuilder;
  stagnantIn(area: Area): ChildBuilder;
  decliningIn(area: Area): ChildBuilder;
  improvingIn(area: Area): ChildBuilder;
  closedFor(reason: ClosingReason): ChildBuilder;
  insert(): Promise<TestChild>;
}

const YEARS: Record<BarnteamAgeGroup, number> = {
  "0-2,5": 1,
  "1-6": 5,
  "7-12": 10,
  "13-16": 14,
  utan_barnteam: 17,
};

/**
 * `aChild(kommun, { ageGroup: "7-12" }).withGuardians(2).followedBy(kurator).stagnantIn("fritid").insert()`.
 * Each trait gives a new builder, so that one can be the start of several children.
 */
export function aChild(
  kommun: TestKommun,
  about: { readonly ageGroup?: BarnteamAgeGroup } = {},
): ChildBuilder {
  const days = Math.round(YEARS[about.ageGroup ?? "7-12"] * 365.25);
  return building(kommun, {
    birthDate: addDays(kommun.today, -days),
    protectedIdentity: "ingen",
    guardians: 1,
    followers: [],
    consents: [],
    nextFollowUpOn: null,
    closed: null,
    ownRatings: {},
  });
}

function building(kommun: TestKommun, spec: ChildSpec): ChildBuilder {
  const having = (change: Partial<ChildSpec>) => building(kommun, { ...spec, ...change });
  const rating = (area: Area, ...values: readonly number[]) =>
    having({ ownRatings: { ...spec.ownRatings, [area]: values } });
  return {
    withGuardians: (guardians) => having({ guardians }),
    followedBy: ({ id }, kind = "stodsamordnare") =>
      having({ followers: [...spec.followers, { personId: id, kind }] }),
    withProtectedIdentity: (protectedIdentity) => having({ protectedIdentity }),
    consentingTo: (...steps) => having({ consents: [...spec.consents, ...steps] }),
    dueIn: (days) => having({ nextFollowUpOn: addDays(kommun.today, days) }),
    rating,
    stagnantIn: (area) => rating(area, 2, 2),
    decliningIn: (area) => rating(area, 4, 2),
    improvingIn: (area) => rating(area, 2, 4),
    closedFor: (reason) => having({ closed: { on: addDays(kommun.today, -1), reason } }),
    insert: () => insertChild(kommun, spec),
  };
}
