import { isLocalDate, type LocalDate } from "../shared/index.ts";

/** One thing wrong in an object: which field, and what was expected there. Never what stood there. */
export interface RegisterFault {
  /** Place of the object in its page, from 1. */
  readonly position: number;
  /** Path of the field, `responsibles.0.person.id`; empty when the object itself is meant. */
  readonly field: string;
  /** The object's own id, when it could be read. */
  readonly sourceId: string | null;
  readonly expected: RegisterExpectation;
}

export type RegisterExpectation =
  | "object"
  | "text"
  | "at_most_200_characters"
  | "list"
  | "reference"
  | "date"
  | "not_before_start"
  | "municipality_code"
  | "school_unit_code"
  | "once_in_page";

/** A code that the standard does not have; it is kept as it was written. */
export interface UnknownCode {
  readonly field: string;
  readonly code: string;
}

const MOST_CHARACTERS = 200;

/** Reads one object field by field and gathers what is wrong with it and which codes are unknown. */
export class RegisterObject {
  readonly faults: RegisterFault[] = [];
  readonly unknown: UnknownCode[] = [];
  readonly id: string | null;
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #position: number;

  constructor(value: unknown, position: number) {
    this.#position = position;
    this.#fields = isRecord(value) ? value : {};
    this.id = isText(this.#fields.id) ? this.#fields.id : null;
    if (!isRecord(value)) this.fault("", "object");
    else if (this.id === null) this.fault("id", "text");
  }

  fault(field: string, expected: RegisterExpectation): void {
    this.faults.push({ position: this.#position, field, sourceId: this.id, expected });
  }

  /** A field that must be there; the empty text when it is not. */
  text(field: string): string {
    const text = this.optionalText(field);
    if (text === null && !this.faults.some((fault) => fault.field === field)) this.fault(field, "text");
    return text ?? "";
  }

  optionalText(field: string): string | null {
    return this.#asText(field, this.#fields[field]);
  }

  /** The id that a field such as `person: {id}` refers to. */
  reference(field: string): string {
    const id = referredId(this.#fields[field]);
    if (id === null) this.fault(field, "reference");
    return id ?? "";
  }

  optionalReference(field: string): string | null {
    return isMissing(this.#fields[field]) ? null : this.reference(field);
  }

  date(field: string): LocalDate | null {
    return this.#asDate(field, this.#fields[field]);
  }

  /** From and to, in order. */
  period(): { readonly startDate: LocalDate | null; readonly endDate: LocalDate | null } {
    const [startDate, endDate] = [this.date("startDate"), this.date("endDate")];
    if (startDate !== null && endDate !== null && endDate < startDate) {
      this.fault("endDate", "not_before_start");
    }
    return { startDate, endDate };
  }

  /** Objects of a list, each read under the path of its place in it. */
  list<Item>(field: string, read: (item: RegisterItem) => Item): Item[] {
    const value = this.#fields[field];
    if (isMissing(value)) return [];
    if (!Array.isArray(value)) {
      this.fault(field, "list");
      return [];
    }
    return value.map((item: unknown, index) => {
      const path = `${field}.${index}`;
      const fields = isRecord(item) ? item : {};
      if (!isRecord(item)) this.fault(path, "object");
      return read({
        text: (name) => this.#asText(`${path}.${name}`, fields[name]),
        date: (name) => this.#asDate(`${path}.${name}`, fields[name]),
        flag: (name) => fields[name] === true,
        reference: (name) => {
          const id = referredId(fields[name]);
          if (id === null) this.fault(`${path}.${name}`, "reference");
          return id ?? "";
        },
      });
    });
  }

  texts(field: string): string[] {
    const value = this.#fields[field];
    if (isMissing(value)) return [];
    if (Array.isArray(value) && value.every(isText)) return [...value];
    this.fault(field, "list");
    return [];
  }

  /** Text of a field within a field, `civicNo: {value}`. */
  inner(field: string, name: string): string | null {
    const value = this.#fields[field];
    return isRecord(value) ? this.#asText(`${field}.${name}`, value[name]) : null;
  }

  /** Notes a code that is not among the known ones, and answers it as it was written. */
  code(field: string, code: string, isKnown: boolean): string {
    if (code !== "" && !isKnown) this.unknown.push({ field, code });
    return code;
  }

  #asText(field: string, value: unknown): string | null {
    if (isMissing(value)) return null;
    if (typeof value !== "string") {
      this.fault(field, "text");
      return null;
    }
    const text = value.trim();
    if (text.length > MOST_CHARACTERS) {
      this.fault(field, "at_most_200_characters");
      return null;
    }
    return text === "" ? null : text;
  }

  #asDate(field: string, value: unknown): LocalDate | null {
    if (isMissing(value)) return null;
    if (typeof value === "string" && isLocalDate(value)) return value;
    this.fault(field, "date");
    return null;
  }
}

export interface RegisterItem {
  text(name: string): string | null;
  date(name: string): LocalDate | null;
  flag(name: string): boolean;
  reference(name: string): string;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= MOST_CHARACTERS;
}

function referredId(value: unknown): string | null {
  return isRecord(value) && isText(value.id) ? value.id : null;
}
