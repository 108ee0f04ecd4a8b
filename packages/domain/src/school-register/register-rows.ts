import type { ProtectedIdentity } from "../people/index.ts";
import type { LocalDate } from "../shared/index.ts";
import { isKnownDutyRole, ORGANISATION_TYPES, RELATION_TYPES, readMarking, SCHOOL_TYPES } from "./codes.ts";
import type { RegisterObject } from "./register-object.ts";

/** Absent dates are open: `startDate` null = it has been so, `endDate` null = it goes on. */
interface Period {
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
}

export interface RegisterOrganisation extends Period {
  readonly sourceId: string;
  readonly name: string;
  readonly typeSource: string;
  readonly schoolTypes: readonly string[];
  readonly schoolUnitCode: string | null;
  readonly municipalityCode: string | null;
  readonly parentSourceId: string | null;
}

export interface RegisterPlacement extends Period {
  readonly sourceId: string;
  readonly pupilSourceId: string;
  readonly organisationSourceId: string;
  readonly schoolTypeSource: string | null;
}

export interface RegisterDuty extends Period {
  readonly sourceId: string;
  readonly personSourceId: string;
  readonly organisationSourceId: string;
  readonly roleSource: string;
}

export interface RegisterPerson {
  readonly sourceId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  /** As it was sent; only a keyed digest of it may be kept. */
  readonly civicNo: string | null;
  readonly marking: ProtectedIdentity;
  readonly markingSource: string;
  readonly loginKeys: readonly string[];
  readonly responsibles: readonly { readonly adultSourceId: string; readonly relationSource: string }[];
  readonly enrolments: readonly RegisterPlacement[];
}

export function readOrganisation(object: RegisterObject): RegisterOrganisation {
  const typeSource = object.text("organisationType");
  const schoolTypes = object.texts("schoolTypes");
  const schoolUnitCode = object.optionalText("schoolUnitCode");
  const municipalityCode = object.optionalText("municipalityCode");
  if (schoolUnitCode !== null && !/^\d{8}$/.test(schoolUnitCode)) {
    object.fault("schoolUnitCode", "school_unit_code");
  }
  if (municipalityCode !== null && !/^\d{4}$/.test(municipalityCode)) {
    object.fault("municipalityCode", "municipality_code");
  }
  return {
    sourceId: object.id ?? "",
    name: object.text("displayName"),
    typeSource: object.code("organisationType", typeSource, ORGANISATION_TYPES.has(typeSource)),
    schoolTypes: schoolTypes.map((type) => object.code("schoolTypes", type, SCHOOL_TYPES.has(type))),
    schoolUnitCode,
    municipalityCode,
    parentSourceId: object.optionalReference("parentOrganisation"),
    ...object.period(),
  };
}

export function readPlacement(object: RegisterObject): RegisterPlacement {
  const schoolType = object.optionalText("schoolType");
  return {
    sourceId: object.id ?? "",
    pupilSourceId: object.reference("child"),
    organisationSourceId: object.reference("placedAt"),
    schoolTypeSource:
      schoolType === null ? null : object.code("schoolType", schoolType, SCHOOL_TYPES.has(schoolType)),
    ...object.period(),
  };
}

export function readDuty(object: RegisterObject): RegisterDuty {
  const role = object.text("dutyRole");
  return {
    sourceId: object.id ?? "",
    personSourceId: object.reference("person"),
    organisationSourceId: object.reference("dutyAt"),
    roleSource: object.code("dutyRole", role, isKnownDutyRole(role)),
    ...object.period(),
  };
}

export function readPerson(object: RegisterObject): RegisterPerson {
  // Left out means nobody has marked the person; a word that is not known protects.
  const markingSource = object.optionalText("securityMarking") ?? "Ingen";
  const { marking, isKnown } = readMarking(markingSource);
  const sourceId = object.id ?? "";
  return {
    sourceId,
    givenName: object.text("givenName"),
    familyName: object.text("familyName"),
    birthDate: object.date("birthDate"),
    civicNo: object.inner("civicNo", "value"),
    marking,
    markingSource: object.code("securityMarking", markingSource, isKnown),
    loginKeys: object.texts("eduPersonPrincipalNames"),
    responsibles: object.list("responsibles", (item) => {
      const relation = item.text("relationType") ?? "";
      return {
        adultSourceId: item.reference("person"),
        relationSource: object.code("responsibles.relationType", relation, RELATION_TYPES.has(relation)),
      };
    }),
    enrolments: object
      .list("enrolments", (item) => {
        const schoolType = item.text("schoolType");
        const organisationSourceId = item.reference("enroledAt");
        const startDate = item.date("startDate");
        return {
          isCancelled: item.flag("cancelled"),
          // An enrolment has no id of its own.
          sourceId: `${sourceId}/${organisationSourceId}/${startDate ?? ""}`,
          pupilSourceId: sourceId,
          organisationSourceId,
          schoolTypeSource:
            schoolType === null
              ? null
              : object.code("enrolments.schoolType", schoolType, SCHOOL_TYPES.has(schoolType)),
          startDate,
          endDate: item.date("endDate"),
        };
      })
      .filter(({ isCancelled }) => !isCancelled)
      .map(({ isCancelled: _cancelled, ...enrolment }) => enrolment),
  };
}
