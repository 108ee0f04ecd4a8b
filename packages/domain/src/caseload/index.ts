export {
  type CaseloadFacts,
  compareWork,
  deriveWork,
  type OpenSignal,
  type Work,
  type WorkReason,
  type WorkSection,
} from "./work.ts";
