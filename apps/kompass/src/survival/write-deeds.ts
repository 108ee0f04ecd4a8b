import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { Call, Deed, Writer } from "./deed.ts";

/** What a writer does in a row, each step about one row, as a person's day goes: at random, one after another. */
const PIECES = ["support", "event", "consent", "form"] as const;

/** One endless working day of a writer: a child is registered, and then written about. */
export function* writeDeeds(
  { number: writer }: Writer,
  today: LocalDate,
  random: () => number,
): Generator<Deed> {
  const childId = crypto.randomUUID();
  let number = 0;
  let forms = 0;
  const deed = (id: string, call: Call, leaves: string): Deed => {
    number += 1;
    return { number, writer, childId, id, call, leaves };
  };
  const words = () => `skriver ${writer} gärning ${number + 1}`;

  const [guardianId, relationId] = [crypto.randomUUID(), crypto.randomUUID()];
  yield deed(childId, { verb: "people.registerChild", guardianId, relationId }, "child 1 1 1");
  for (;;) {
    const piece = PIECES[Math.floor(random() * PIECES.length)];
    const id = crypto.randomUUID();
    let text = words();
    switch (piece) {
      case "support":
        yield deed(id, { verb: "barnetsPlan.recordSupport", text }, `support 1 ${text}`);
        text = words();
        yield deed(id, { verb: "barnetsPlan.changeSupport", text, version: 1 }, `support 2 ${text}`);
        break;
      case "event":
        yield deed(id, { verb: "barnetsPlan.recordLifeEvent", text }, `event ${text}`);
        break;
      case "consent":
        yield deed(id, { verb: "consent.recordConsent", text }, `consent ${text}`);
        break;
      default: {
        // A rater has one assessment a day.
        forms += 1;
        const assessedOn = addDays(today, -forms);
        const compassId = crypto.randomUUID();
        yield deed(id, { verb: "behovskompass.openDraft", compassId, assessedOn }, "draft 1 ");
        for (const version of [1, 2]) {
          text = words();
          const area = AREAS[forms % AREAS.length] ?? "omsorg";
          yield deed(
            id,
            { verb: "behovskompass.saveDraft", text, version, area },
            `draft ${version + 1} ${text}`,
          );
        }
        yield deed(id, { verb: "behovskompass.submitDraft", version: 3 }, `handed in ${text}`);
      }
    }
  }
}
