export {
  ANY_STANDING,
  type AuthorizedChild,
  type AuthorizedChildId,
  authorizeChild,
  RESPONSIBLE,
  type Standing,
  TEAM,
} from "./authorize-child.ts";
export { ensureFollowed } from "./ensure-followed.ts";
export { mayRateAs } from "./may-rate-as.ts";
