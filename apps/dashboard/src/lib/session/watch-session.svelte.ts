import { type ClockStep, nextClockStep, type TimeLeft } from "./session-clock.ts";

const ADDRESS = "/session/kvar";

/** The page has just been asked for, so nothing is close to its end: there is time for what the person came for. */
const FIRST_LOOK = 20;

/** While the warning stands it is kept true this often. */
const WHILE_WARNING = 15;

/** Follows how long the login lasts, for as long as the page is open. */
export class SessionWatch {
  step = $state.raw<ClockStep>({ kind: "wait", seconds: FIRST_LOOK });
  #timer: ReturnType<typeof setTimeout> | undefined;

  start(): () => void {
    const lookNow = () => {
      if (document.visibilityState === "visible") void this.#look("GET");
    };
    this.#lookAfter(FIRST_LOOK);
    document.addEventListener("visibilitychange", lookNow);
    return () => {
      clearTimeout(this.#timer);
      document.removeEventListener("visibilitychange", lookNow);
    };
  }

  /** The person wants to stay: that is use. */
  stay = (): Promise<void> => this.#look("POST");

  #lookAfter(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look("GET"), seconds * 1000);
  }

  async #look(method: "GET" | "POST"): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const response = await fetch(ADDRESS, { method });
      if (!response.ok) throw new Error(String(response.status));
      const left: TimeLeft = await response.json();
      this.step = nextClockStep(left);
    } catch {
      // Without contact nothing is known; the form says so itself.
      return this.#lookAfter(WHILE_WARNING);
    }
    if (this.step.kind === "wait") this.#lookAfter(this.step.seconds);
    if (this.step.kind === "warn") this.#lookAfter(Math.min(WHILE_WARNING, this.step.seconds));
  }
}
