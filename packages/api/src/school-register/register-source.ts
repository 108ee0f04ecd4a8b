import type { RegisterResource } from "@kompassen/domain/school-register";

/** One page of a resource, as it came. */
export interface SentPage {
  readonly objects: readonly unknown[];
  /** Absent after the last page. */
  readonly nextPageToken: string | null;
}

/** Where the objects of SS12000:2020 come from: a server, or files. */
export interface RegisterSource {
  /** What a reading is known by when it is gone on with; no secret. */
  readonly label: string;
  /** Whether it can tell what has changed since an instant. */
  readonly tellsChanges: boolean;
  /** @throws RegisterUnavailable, ExpiredPageToken */
  readPage(
    resource: RegisterResource,
    at: { readonly pageToken: string | null; readonly modifiedAfter: string | null },
  ): Promise<SentPage>;
  /** Persons that changes point at and that were not sent themselves. */
  lookUpPersons(ids: readonly string[]): Promise<readonly unknown[]>;
  /** What `deletedEntities` answers. */
  readDeleted(at: {
    readonly after: string;
    readonly pageToken: string | null;
  }): Promise<{ readonly data: unknown; readonly nextPageToken: string | null }>;
}

/** The source does not answer as it should, however often it is asked. What has been read stays. */
export class RegisterUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "RegisterUnavailable";
  }
}

/** The place in a resource is no longer known to the server: the resource is read from its first page again. */
export class ExpiredPageToken extends Error {}
