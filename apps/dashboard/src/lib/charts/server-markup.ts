/**
 * Markup that the server has put on the page and does not send a second time as data for the scripts.
 * In the browser it is a blank that stands for what is already there; Svelte leaves that untouched.
 */
export class ServerMarkup {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

/** The browser's stand-in. Not empty: Svelte would take an empty markup to have nothing on the page. */
export const alreadyOnPage = (): ServerMarkup => new ServerMarkup(" ");
