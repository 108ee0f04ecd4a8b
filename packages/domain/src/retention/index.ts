export { AUTHORITIES, type Authority, authorityName, authorityOf } from "./authority.ts";
export {
  DEFAULT_KEEP_MONTHS,
  keepMonths,
  keptThrough,
  mayBePurged,
  type RetentionPolicy,
} from "./keeping.ts";
