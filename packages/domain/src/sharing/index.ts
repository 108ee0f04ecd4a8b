export { type LegalReference, legalReferenceOn, legalReferenceText } from "./legal-reference.ts";
export {
  SHARED_FIELDS,
  SHARING_GROUNDS,
  SHARING_WAYS,
  type SharedField,
  type SharingGround,
  type SharingWay,
  WITHHELD_THINGS,
  type WithheldThing,
} from "./sharing.ts";
export { type ToldState, toldState } from "./told.ts";
