import type { FamilyCompass, FamilyOverview } from "@kompassen/api/family";
import { supportKindText } from "@kompassen/domain/barnets-plan";
import { areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language, meanText, plainNumberText } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["family"];

/** What a guardian reads of the child now, in plain words. */
export function toFamilyPage(child: FamilyOverview, language: Language, words: Words) {
  const { plan } = words;
  return {
    next: child.isClosed
      ? words.closed
      : child.nextFollowUpOn === null
        ? words.noNext
        : words.next(dateText(child.nextFollowUpOn, language)),
    contacts: child.contacts.map(({ name, title, unitName, kind }) => ({
      role: words.contact.roles[kind],
      text: [name, title, ...(unitName === null ? [] : [unitName])].join(", "),
    })),
    agreed:
      child.agreed === null
        ? null
        : { title: plan.agreed(dateText(child.agreed.heldOn, language)), text: child.agreed.whatNext },
    supports: child.supports.map((support) => ({
      id: support.id,
      title: `${areaName(support.area, language)}: ${supportKindText(support.kind, language).toLowerCase()}`,
      text: support.description,
      by: plan.by(support.givenBy),
      status: plan.status[support.status],
      when: [
        plan.since(dateText(support.startsOn, language)),
        ...(support.endsOn === null ? [] : [plan.until(dateText(support.endsOn, language))]),
      ].join(" "),
    })),
    events: child.events.map(({ id, happenedOn, description }) => ({
      key: id,
      date: happenedOn,
      dateText: dateText(happenedOn, language),
      title: description,
    })),
    ...toCompasses(child.compasses, language, words),
  };
}

/** The latest of each is shown; what came before is folded. */
function toCompasses(compasses: readonly FamilyCompass[], language: Language, words: Words) {
  const isLatest = (one: FamilyCompass) => compasses.find(({ who }) => who === one.who) === one;
  const toTables = (some: readonly FamilyCompass[]) =>
    some.map((compass, index) => toTable(compass, index, language, words));
  return {
    compasses: toTables(compasses.filter(isLatest)),
    earlier: toTables(compasses.filter((one) => !isLatest(one))),
  };
}

function toTable({ who, assessedOn, areas }: FamilyCompass, index: number, language: Language, words: Words) {
  const { compass } = words;
  return {
    key: `${who}-${assessedOn}-${index}`,
    caption: compass.on(compass.who[who], dateText(assessedOn, language)),
    isTeam: who === "team",
    rows: areas.map(({ area, score }) => ({
      area: areaName(area, language),
      answer:
        score === null
          ? compass.noAnswer
          : compass.score(who === "team" ? meanText(score, language) : plainNumberText(score, language)),
    })),
  };
}
