import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { Browser } from "./browser.test-support.ts";
import type { Canaries } from "./canary.test-support.ts";

export interface Planting {
  readonly browser: Browser;
  readonly canaries: Canaries;
  readonly unitId: string;
  readonly today: LocalDate;
}

export interface PlantedChild {
  readonly childId: string;
  readonly guardianId: string;
  readonly compassId: string;
  readonly supportId: string;
  readonly eventId: string;
  readonly caseNumber: string;
}

const newId = () => crypto.randomUUID();

/** A child with a canary in every name and every text that the api takes. */
export async function plantChild({ browser, canaries, unitId, today }: Planting): Promise<PlantedChild> {
  const { call } = browser;
  const { plant } = canaries;
  const [childId, guardianId, second] = [newId(), newId(), newId()];
  await call("people.registerChild", {
    childId,
    givenName: plant("child.given_name"),
    familyName: plant("child.family_name"),
    birthDate: "2016-03-01",
    unitId,
    protectedIdentity: "ingen",
    guardians: [
      { guardianId, name: plant("guardian.name"), relation: plant("guardian.relation") },
      { guardianId: second, name: plant("guardian.name"), relation: plant("guardian.relation") },
    ],
    responsibleAs: "stodsamordnare",
    relationId: newId(),
    nextFollowUpOn: addDays(today, 30),
  });
  await call("people.changeChild", {
    childId,
    givenName: plant("child.given_name, changed"),
    familyName: plant("child.family_name, changed"),
    birthDate: "2016-03-01",
    unitId,
    protectedIdentity: "ingen",
    version: 1,
  });
  await call("people.recordGuardian", {
    childId,
    guardianId,
    version: 1,
    name: plant("guardian.name, changed"),
    relation: plant("guardian.relation, changed"),
  });
  await call("consent.recordConsent", {
    childId,
    consentId: newId(),
    step: "skriftligt_barnteam",
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: plant("consent.paper_location"),
  });
  const compassId = await plantCompass({ browser, canaries, unitId, today }, childId);
  await call("followUp.recordConversation", {
    childId,
    compassId,
    version: 0,
    heldOn: today,
    whatHasChanged: plant("conversation.what_has_changed"),
    howItFeels: plant("conversation.how_it_feels"),
    pictureMatches: false,
    pictureComment: plant("conversation.picture_comment"),
    whatNext: plant("conversation.what_next"),
    thoughts: AREAS.map((area) => ({ area, concern: true, target: null, workOn: false })),
    nextFollowUpOn: null,
  });
  const [supportId, eventId] = [newId(), newId()];
  const support = {
    area: "fritid",
    kind: "annat",
    status: "pagaende",
    startsOn: "2026-01-10",
    endsOn: null,
  };
  await call("barnetsPlan.recordSupport", {
    childId,
    supportId,
    ...support,
    description: plant("support.description"),
    givenBy: plant("support.given_by"),
  });
  await call("barnetsPlan.changeSupport", {
    childId,
    supportId,
    version: 1,
    ...support,
    description: plant("support.description, changed"),
    givenBy: plant("support.given_by, changed"),
  });
  await call("barnetsPlan.recordLifeEvent", {
    childId,
    eventId,
    happenedOn: "2026-01-10",
    description: plant("life_event.description"),
  });
  await plantShownAnyway({ browser, canaries, unitId, today }, childId);
  const child = (await call("people.getChild", { childId })) as { caseNumber?: string } | null;
  return { childId, guardianId, compassId, supportId, eventId, caseNumber: child?.caseNumber ?? "" };
}

/** A compass with words in every area, handed in and then corrected. */
async function plantCompass({ browser, canaries, today }: Planting, childId: string): Promise<string> {
  const { call } = browser;
  const { plant } = canaries;
  const [draftId, compassId] = [newId(), newId()];
  await call("behovskompass.openDraft", {
    childId,
    draftId,
    compassId,
    rater: "barn",
    ageForm: "6-12",
    assessedOn: today,
  });
  const words = (place: string, value: number) =>
    Object.fromEntries(AREAS.map((area) => [area, { answers: { [area]: value }, comment: plant(place) }]));
  await call("behovskompass.saveDraft", {
    childId,
    draftId,
    version: 1,
    content: { startingArea: "fritid", areas: words("draft.content", 2) },
  });
  await call("behovskompass.submitDraft", { childId, draftId, version: 2 });
  const chart = (await call("behovskompass.getChart", { childId })) as { series?: unknown } | null;
  const assessmentId = /"assessments":\[\{"id":"([^"]+)"/.exec(JSON.stringify(chart))?.[1];
  if (assessmentId !== undefined)
    await call("behovskompass.correctAssessment", {
      childId,
      assessmentId,
      revisionId: newId(),
      content: { startingArea: "fritid", areas: words("assessment_comment.comment", 3) },
      reason: plant("assessment.correction_reason"),
    });
  return compassId;
}

/** A follow-up that is open, with its earlier scores shown for a reason. */
async function plantShownAnyway({ browser, canaries, today }: Planting, childId: string): Promise<void> {
  const draftId = newId();
  await browser.call("behovskompass.openDraft", {
    childId,
    draftId,
    compassId: newId(),
    rater: "profession:grundskola",
    ageForm: null,
    assessedOn: addDays(today, -1),
  });
  const reason = canaries.plant("draft.shown_anyway_reason");
  await browser.call("behovskompass.showAnyway", { childId, draftId, reason });
}

/** What nobody foresaw: text that the database refuses, words where numbers belong, words in ids and names of fields. */
export async function plantFailures({ browser, canaries, unitId, today }: Planting, child: PlantedChild) {
  const { call, post } = browser;
  const { plant } = canaries;
  const { childId, supportId } = child;
  const bad = (place: string) => `${plant(place)}\u0000`;
  const long = (place: string) => `${plant(place)} ${"x".repeat(5000)}`;
  const support = {
    childId,
    area: "fritid",
    kind: "annat",
    status: "pagaende",
    startsOn: today,
    endsOn: null,
  };
  for (const broken of [bad, long]) {
    await call("people.recordGuardian", {
      childId,
      guardianId: newId(),
      version: 0,
      name: broken("guardian.name, refused"),
      relation: "mamma",
    });
    await call("people.changeChild", {
      childId,
      givenName: broken("child.given_name, refused"),
      familyName: "Vandral",
      birthDate: null,
      unitId,
      protectedIdentity: "ingen",
      version: 2,
    });
    await call("barnetsPlan.recordSupport", {
      ...support,
      supportId: newId(),
      description: broken("support.description, refused"),
      givenBy: "Skolan",
    });
    await call("barnetsPlan.recordLifeEvent", {
      childId,
      eventId: newId(),
      happenedOn: today,
      description: broken("life_event.description, refused"),
    });
    await call("consent.recordConsent", {
      childId,
      consentId: newId(),
      step: "skriftligt_barnteam",
      guardianId: child.guardianId,
      state: "given",
      decidedOn: today,
      validTo: null,
      paperLocation: broken("consent.paper_location, refused"),
    });
  }
  await call("people.getChild", { childId: plant("childId") });
  await call("people.changeChild", {
    childId,
    [plant("name of a field")]: plant("value of an unknown field"),
  });
  await call("barnetsPlan.changeSupport", { ...support, supportId, version: plant("version") });
  await call("behovskompass.saveDraft", {
    childId,
    draftId: newId(),
    version: 1,
    content: plant("draft.content as text"),
  });
  await call(`people.${plant("name of a call")}`, { childId });
  await call("followUp.decideSignal", {
    childId,
    signalId: newId(),
    version: 1,
    decision: plant("decision"),
    text: plant("decision text"),
  });
  await post("/barn/ny", {
    childId: newId(),
    relationId: newId(),
    givenName: plant("form: given name"),
    familyName: plant("form: family name"),
    birthDate: plant("form: birth date"),
    unitId: plant("form: unit"),
    protectedIdentity: plant("form: protected identity"),
    "guardians.0.guardianId": newId(),
    "guardians.0.name": plant("form: guardian"),
    "guardians.0.relation": plant("form: relation"),
    responsibleAs: "stodsamordnare",
    nextFollowUpOn: plant("form: next date"),
  });
  for (const page of [
    "stod",
    "uppgifter/barnet",
    `stod/${supportId}`,
    "uppgifter/avsluta",
    "samtycke/svar",
    "uppgifter/overlamna",
  ])
    await post(`/barn/${childId}/${page}`, {
      description: plant(`form ${page}`),
      givenName: plant(`form ${page}`),
      reason: plant(`form ${page}`),
      version: plant(`form ${page}`),
    });
  await post("/logga-in", { person: plant("form: login") });
}

/** Files with every fault that a row can have, and with words in names of columns and of the file itself. */
export async function plantFiles({ browser, canaries }: Planting): Promise<void> {
  const { plant } = canaries;
  const file = (lines: string[]) => new File([`${lines.join("\n")}\n`], `${plant("name of a file")}.csv`);
  const history =
    "child_id,compass_id,rater,assessed_on,registered_on,instrument,version,age_form,area,statement,value,concern,target";
  await browser.post("/inlasning?/granska", {
    history: file([
      history,
      ...Array.from(
        { length: 4 },
        (_, row) =>
          `${plant("file: child")},c${row},${plant("file: rater")},2026-13-01,x,y,z,a,${plant("file: area")},s,${plant("file: value")},maybe,9`,
      ),
    ]),
    children: file([
      "child_id,given_name,family_name,birth_date,unit_code",
      `${plant("file: child_id")},${plant("file: given_name")},${plant("file: family_name")},${plant("file: birth_date")},${plant("file: unit_code")}`,
    ]),
    unit: plant("form: unit of a file"),
    register: "on",
  });
  await browser.post("/inlasning?/las-in", {
    history: file([`${plant("file: name of a column")},x`, "1,2"]),
    unit: "skola-1",
    looked: plant("form: looked"),
  });
}
