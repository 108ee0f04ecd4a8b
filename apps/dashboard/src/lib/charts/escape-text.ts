/** Text as it stands between tags in markup that is put together by hand. */
export const escapeText = (content: string): string =>
  content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
