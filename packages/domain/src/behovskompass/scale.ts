import type { LocalText } from "../shared/index.ts";
import type { InstrumentId } from "./instrument.ts";

/** The words at 1 and at 5. The two scales differ, so an axis is labelled by the rater's instrument. */
export type ScaleAnchors = { readonly lowest: LocalText; readonly highest: LocalText };

const ANCHORS: Record<InstrumentId, ScaleAnchors> = {
  samtalsunderlag: {
    lowest: { sv: "fungerar inte alls", en: "does not work at all" },
    highest: { sv: "fungerar mycket väl", en: "works very well" },
  },
  skattningsformular: {
    lowest: { sv: "stämmer inte alls", en: "not true at all" },
    highest: { sv: "stämmer väldigt mycket", en: "very true" },
  },
};

export function scaleAnchors(instrument: InstrumentId): ScaleAnchors {
  return ANCHORS[instrument];
}
