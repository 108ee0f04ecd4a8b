/** A register of invented pupils, adults, staff and places: the same size gives the same register. */
export interface InventedRegister {
  readonly organisations: readonly RegisterObjectOf[];
  readonly placements: readonly RegisterObjectOf[];
  readonly duties: readonly RegisterObjectOf[];
  readonly persons: readonly RegisterObjectOf[];
}

export type RegisterObjectOf = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly meta: { readonly created: string; readonly modified: string };
};

export const PRESCHOOL = { id: idOf("org", 2), code: "10000002" };
export const SCHOOL = { id: idOf("org", 3), code: "10000003" };
const ELSEWHERE = { id: idOf("org", 4), code: "10000004" };

const GIVEN = ["Nilo", "Mira", "Tuvarle", "Solumi", "Kalombe", "Idiske", "Rikumi", "Almarle"];
const FAMILY = ["Vandral", "Granverle", "Björkolke", "Havissle", "Ängumbe", "Stenejde"];

export function idOf(kind: string, number: number): string {
  const digits = String(number).padStart(12, "0");
  const head = { org: "0a", place: "0b", duty: "0c", pupil: "0d", adult: "0e", staff: "0f" }[kind] ?? "00";
  return `${head.repeat(4)}-0000-4000-8000-${digits}`;
}

const LONG_AGO = "2025-06-01T08:00:00Z";
const meta = { created: LONG_AGO, modified: LONG_AGO };

/** Two of three pupils go to the school, one to the preschool; each tenth goes elsewhere, where nobody takes part. */
export function inventedRegister(pupils: number): InventedRegister {
  const numbers = Array.from({ length: pupils }, (_, index) => index + 1);
  return {
    organisations: organisations(),
    placements: numbers.filter(isSmall).map((number) => ({
      id: idOf("place", number),
      meta,
      child: { id: idOf("pupil", number) },
      placedAt: { id: number % 10 === 0 ? ELSEWHERE.id : PRESCHOOL.id },
      schoolType: "FS",
      startDate: "2024-08-12",
    })),
    duties: [
      duty(1, SCHOOL.id, "Rektor"),
      duty(2, PRESCHOOL.id, "Rektor"),
      duty(3, SCHOOL.id, "Skolpsykolog"),
      duty(4, SCHOOL.id, "Trivselledare"),
      duty(5, ELSEWHERE.id, "Rektor"),
    ],
    persons: [...numbers.flatMap(family), ...[1, 2, 3, 4, 5].map(staff)],
  };
}

function organisations(): RegisterObjectOf[] {
  const place = (at: { id: string; code: string }, displayName: string, schoolTypes: string[]) => ({
    id: at.id,
    meta,
    displayName,
    organisationType: "Skolenhet",
    schoolTypes,
    schoolUnitCode: at.code,
    municipalityCode: "9104",
    parentOrganisation: { id: idOf("org", 1) },
  });
  return [
    { id: idOf("org", 1), meta, displayName: "Prövlands kommun", organisationType: "Huvudman" },
    place(PRESCHOOL, "Ekmyrans förskola", ["FS"]),
    place(SCHOOL, "Ekmyrskolan", ["FKLASS", "GR", "FTH"]),
    place(ELSEWHERE, "Friskolan Ugglan", ["GR"]),
  ];
}

function isSmall(number: number): boolean {
  return number % 3 === 0;
}

function family(number: number): RegisterObjectOf[] {
  const familyName = FAMILY[number % FAMILY.length] ?? "";
  const year = isSmall(number) ? 2021 : 2013 + (number % 5);
  const birthDate = `${year}-${two(1 + (number % 12))}-${two(1 + (number % 28))}`;
  const school = {
    enroledAt: { id: number % 10 === 0 ? ELSEWHERE.id : SCHOOL.id },
    schoolType: "GR",
    schoolYear: 3,
    startDate: "2023-08-15",
  };
  const pupil = {
    id: idOf("pupil", number),
    meta,
    givenName: GIVEN[number % GIVEN.length] ?? "",
    familyName,
    birthDate,
    civicNo: {
      value: `${birthDate.replaceAll("-", "")}${String(number).padStart(4, "0")}`,
      nationality: "SE",
    },
    securityMarking: number % 25 === 0 ? "Sekretessmarkering" : "Ingen",
    responsibles: [1, 2].slice(0, 1 + (number % 2)).map((adult) => ({
      person: { id: idOf("adult", 10 * number + adult) },
      relationType: "Vårdnadshavare",
    })),
    enrolments: isSmall(number) ? [] : [school],
  };
  const adults = [1, 2].slice(0, 1 + (number % 2)).map((adult) => ({
    id: idOf("adult", 10 * number + adult),
    meta,
    givenName: GIVEN[(number + 3 * adult) % GIVEN.length] ?? "",
    familyName,
    securityMarking: "Ingen",
  }));
  return [pupil, ...adults];
}

function staff(number: number): RegisterObjectOf {
  return {
    id: idOf("staff", number),
    meta,
    givenName: GIVEN[(number * 3) % GIVEN.length] ?? "",
    familyName: "Norrejde",
    securityMarking: "Ingen",
    eduPersonPrincipalNames: [`staff${number}@provland.example`],
  };
}

function duty(number: number, organisation: string, dutyRole: string): RegisterObjectOf {
  return {
    id: idOf("duty", number),
    meta,
    person: { id: idOf("staff", number) },
    dutyAt: { id: organisation },
    dutyRole,
    startDate: "2022-01-10",
  };
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
