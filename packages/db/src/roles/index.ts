export { ensureRoles, LOGIN_ROLES, type LoginRole, roleUrl } from "./ensure-roles.ts";
