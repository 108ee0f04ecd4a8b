export {
  ANY_STANDING,
  type AuthorizedChild,
  type AuthorizedChildId,
  authorizeChild,
  RESPONSIBLE,
  type Standing,
  TEAM,
} from "./authorize-child.ts";
export { mayRateAs } from "./may-rate-as.ts";
