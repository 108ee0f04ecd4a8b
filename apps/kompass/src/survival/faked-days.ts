/** Instants at which a day or a clock is easily got wrong, and what day it then is in Sweden. */
export const FAKED_DAYS = [
  { name: "clocks go forward", instant: "2026-03-29T00:59:59Z", day: "2026-03-29" },
  { name: "clocks go back", instant: "2026-10-24T22:30:00Z", day: "2026-10-25" },
  { name: "leap day", instant: "2028-02-28T23:00:00Z", day: "2028-02-29" },
  { name: "New Year's Eve 23:30 UTC", instant: "2026-12-31T23:30:00Z", day: "2027-01-01" },
  { name: "a birthday", instant: "2026-06-14T22:00:00Z", day: "2026-06-15" },
  { name: "a purge day", instant: "2028-03-15T22:59:59Z", day: "2028-03-15" },
] as const;

export const ZONES = ["UTC", "Europe/Stockholm", "America/Los_Angeles"] as const;

/** A module that sets the clock of a process to an instant; from there it goes on. Given to node by `--import`. */
export function fakedClock(instant: string): string {
  const code = `
    const Real = Date;
    const shift = Real.parse(${JSON.stringify(instant)}) - Real.now();
    const now = () => Real.now() + shift;
    // Its prototype stays the real one: libraries patch what they find on it.
    globalThis.Date = new Proxy(Real, {
      construct: (target, given, made) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, made === globalThis.Date ? target : made),
      apply: () => new Real(now()).toString(),
      get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
    });`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
