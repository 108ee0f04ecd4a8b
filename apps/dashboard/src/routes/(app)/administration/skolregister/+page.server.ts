import type { RunCounts } from "@kompassen/api/school-register";
import {
  asRegisterExpectation,
  registerExpectationText,
  unitKindOf,
} from "@kompassen/domain/school-register";
import { momentText } from "#lib/draft/moment-text.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

const STEPS = ["organisations", "placements", "duties", "persons", "missing_persons", "deleted"] as const;

export const load: PageServerLoad = async ({ locals }) => {
  const { locale } = locals;
  const [status, duties, { administration, session }] = await Promise.all([
    locals.api.schoolRegister.getStatus(),
    locals.api.schoolRegister.listDuties(),
    loadMessages(locale),
  ]);
  const words = administration.register;
  const stepName = (step: string) => STEPS.find((known) => known === step);
  const stepText = (step: string) => {
    const known = stepName(step);
    return known === undefined ? step : words.steps[known];
  };
  const runs = status.runs.map((run) => ({
    id: run.id,
    state: run.state,
    started: momentText(run.startedAt, locale),
    facts: [
      { key: "outcome", term: words.outcome, value: words.state[run.state] },
      { key: "source", term: words.source, value: run.source },
      { key: "what", term: words.what, value: run.isFull ? words.whole : words.changes },
      { key: "started", term: words.started, value: momentText(run.startedAt, locale) },
      ...(run.endedAt === null
        ? []
        : [{ key: "ended", term: words.ended, value: momentText(run.endedAt, locale) }]),
    ],
    counts: toCountRows(run.counts, stepText),
    settled:
      run.counts.settled === undefined
        ? null
        : words.settled(run.counts.settled.moved, run.counts.settled.candidates),
  }));
  return {
    last: runs[0] ?? null,
    earlier: runs.slice(1),
    faults: status.faults.map((fault) => {
      const expected = asRegisterExpectation(fault.expected);
      return {
        key: `${fault.resource} ${fault.page} ${fault.position} ${fault.field}`,
        where: words.where(stepText(fault.resource), fault.page, fault.position),
        id: fault.sourceId ?? "",
        field: fault.field,
        expected: expected === null ? fault.expected : registerExpectationText(expected, locale),
      };
    }),
    unknownCodes: status.unknownCodes.map((code) => ({ ...code, where: stepText(code.resource) })),
    unmatched: status.unmatched.map(({ sourceId, name, schoolTypes, schoolUnitCode }) => ({
      sourceId,
      name,
      facts: [schoolTypes.join(", "), schoolUnitCode]
        .filter((fact) => fact !== null && fact !== "")
        .join(" · "),
      href: `/administration/organisation/ny?${new URLSearchParams({
        namn: name,
        kod: schoolUnitCode ?? "",
        sort: unitKindOf(schoolTypes),
      })}`,
    })),
    duties: duties.map((duty) => ({
      sourceId: duty.sourceId,
      name: `${duty.givenName} ${duty.familyName}`,
      text: words.duty(`${duty.givenName} ${duty.familyName}`, duty.roleSource, duty.unitName),
      suggests: words.suggests(session.roles[duty.suggests]),
      href:
        duty.personId === null
          ? `/administration/personal/ny?forslag=${encodeURIComponent(duty.sourceId)}`
          : `/administration/personal/${duty.personId}`,
    })),
  };
};

function toCountRows(counts: RunCounts, stepText: (step: string) => string) {
  return STEPS.flatMap((step) => {
    const count = counts[step];
    return count === undefined || (step === "missing_persons" && count.seen === 0)
      ? []
      : [{ key: step, what: stepText(step), ...count }];
  });
}
