/**
 * Whether people reach this server by https. The adapter takes every request for https, so the address that people
 * use is asked instead: `ORIGIN`, which the start command sets. Unknown counts as https.
 */
export const isHttps = (): boolean => !(process.env.ORIGIN ?? "").startsWith("http://");

/** A path of this site as people reach it, for whoever sends them back here. */
export const ownAddress = (path: string, asked: URL): URL =>
  new URL(path, process.env.ORIGIN ?? asked.origin);
