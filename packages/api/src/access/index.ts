export {
  ANY_STANDING,
  type AuthorizedChild,
  type AuthorizedChildId,
  authorizeChild,
  RESPONSIBLE,
  type Standing,
  TEAM,
} from "./authorize-child.ts";
