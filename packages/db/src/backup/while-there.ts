/** Whether the connection of a transaction is still there, by the client's `onclose`. */
export class Presence {
  #isGone = false;
  readonly onclose = (): void => {
    this.#isGone = true;
  };

  /**
   * The work of a transaction, for as long as its connection is there. The driver itself ends a transaction whose
   * connection closes, but ends the whole process when anything is asked over it after that, its own rollback too: so
   * work that fails then is never over.
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.#isGone = false;
      return await work();
    } catch (error) {
      if (this.#isGone) return new Promise<never>(() => {});
      throw error;
    }
  }

  /** @throws Error when it is gone: asked before each question */
  check(): void {
    if (this.#isGone) throw new Error("The connection is gone.");
  }
}
