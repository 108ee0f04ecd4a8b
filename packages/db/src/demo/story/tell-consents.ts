import { addDays, daysBetween, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import { PAPER_PLACES } from "../words/event-words.ts";
import { yearsOld } from "./age.ts";
import type { ChildStory, ConsentStory } from "./child-story.ts";

type WrittenStep = "skriftligt_barnteam" | "skriftligt_individuellt";

/** What becomes of one written consent: mostly everybody says yes. */
export type ConsentCourse = "given" | "one_missing" | "declined" | "withdrawn" | "running_out";

const COURSES: Record<ConsentCourse, number> = {
  given: 0.84,
  one_missing: 0.06,
  declined: 0.03,
  withdrawn: 0.04,
  running_out: 0.03,
};

const ASKED_FOR_ITSELF_FROM = 12;

type Asked = Pick<ChildStory, "birthDate" | "registeredOn" | "barnteamFrom" | "stodsamordnare"> & {
  readonly key: string;
  readonly guardians: readonly { readonly ordinal: number }[];
};

/**
 * The consents of a child: muntligt when it was registered, in writing before the Barnteam and again before
 * the Individuella barnteamet, by each guardian and, from twelve, by the child.
 */
export function tellConsents(child: Asked, today: LocalDate, course?: ConsentCourse): ConsentStory[] {
  const oral = child.guardians.map(
    ({ ordinal }): ConsentStory => ({
      guardian: ordinal,
      step: "muntligt",
      state: "given",
      decidedOn: child.registeredOn,
      validTo: null,
      paperLocation: null,
    }),
  );
  const written = (step: WrittenStep, before: LocalDate | null) =>
    before === null ? [] : tellWritten(child, step, addDays(before, -4), today, course);
  return [
    ...oral,
    ...written("skriftligt_barnteam", child.barnteamFrom),
    ...written("skriftligt_individuellt", child.stodsamordnare?.from ?? null),
  ];
}

function tellWritten(
  child: Asked,
  step: WrittenStep,
  decidedOn: LocalDate,
  today: LocalDate,
  given?: ConsentCourse,
): ConsentStory[] {
  const draw = drawFor(child.key, "consent", step);
  const drawn = draw.weighted(COURSES);
  const course = given ?? drawn;
  const paperLocation = draw.pick(PAPER_PLACES);
  const yes = (guardian: number | null, validTo: LocalDate | null = null): ConsentStory => ({
    guardian,
    step,
    state: "given",
    decidedOn,
    validTo,
    paperLocation,
  });
  const no = (guardian: number, state: "asked" | "declined" | "withdrawn", on: LocalDate): ConsentStory => ({
    guardian,
    step,
    state,
    decidedOn: on,
    validTo: null,
    paperLocation: null,
  });
  const last = child.guardians.length;
  const fromLast = (ordinal: number): ConsentStory[] => {
    switch (course) {
      case "given":
        return [yes(ordinal)];
      case "one_missing":
        return [no(ordinal, "asked", decidedOn)];
      case "declined":
        return [no(ordinal, "declined", decidedOn)];
      case "withdrawn":
        return [yes(ordinal), no(ordinal, "withdrawn", withdrawalDay(draw, decidedOn, today))];
      case "running_out":
        return [yes(ordinal, addDays(today, draw.whole(3, 25)))];
    }
  };
  const fromGuardians = child.guardians.flatMap(({ ordinal }) =>
    ordinal === last ? fromLast(ordinal) : [yes(ordinal)],
  );
  const isAskedItself = yearsOld(child.birthDate, decidedOn) >= ASKED_FOR_ITSELF_FROM && draw.chance(0.85);
  return isAskedItself ? [...fromGuardians, yes(null)] : fromGuardians;
}

function withdrawalDay(draw: Draw, decidedOn: LocalDate, today: LocalDate): LocalDate {
  return addDays(decidedOn, draw.whole(1, Math.max(1, daysBetween(decidedOn, today) - 1)));
}

/** The days a step is covered by everybody's running yes; null when it never is. */
export function coveredDays(
  consents: readonly ConsentStory[],
  guardians: readonly { readonly ordinal: number }[],
  step: WrittenStep,
): { readonly from: LocalDate; readonly to: LocalDate | null } | null {
  const ofStep = consents.filter((consent) => consent.step === step);
  const given = ofStep.filter(({ state }) => state === "given");
  const isByAll = guardians.every(({ ordinal }) => given.some(({ guardian }) => guardian === ordinal));
  const from = given
    .map(({ decidedOn }) => decidedOn)
    .toSorted()
    .at(-1);
  if (!isByAll || from === undefined) return null;
  const ends = [
    ...given.flatMap(({ validTo }) => (validTo === null ? [] : [validTo])),
    ...ofStep.filter(({ state }) => state === "withdrawn").map(({ decidedOn }) => addDays(decidedOn, -1)),
  ];
  return { from, to: ends.toSorted()[0] ?? null };
}
