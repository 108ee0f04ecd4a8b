import { createHash } from "node:crypto";

/** What the form sent: the files as they are held for this one request, and what was chosen beside them. */
export interface Upload {
  readonly history: File | null;
  readonly children: File | null;
  readonly unitCode: string;
  readonly register: boolean;
  /** Of what was looked at before, sent back by the page when it is to be read in. */
  readonly looked: string;
}

export async function readUpload(request: Request): Promise<Upload> {
  const form = await request.formData();
  const file = (name: string) => {
    const value = form.get(name);
    // A file control where nothing is chosen sends an empty file without a name.
    return value instanceof File && value.size > 0 ? value : null;
  };
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    history: file("history"),
    children: file("children"),
    unitCode: text("unit"),
    register: form.get("register") !== null,
    looked: text("looked"),
  };
}

/**
 * Tells one upload from another. The page sends it back with the files, so that what is read in is what was looked
 * at: nothing of the files stays on the server in between, on this one or another, and it need not be secret.
 */
export async function fingerprintOf({ history, children, unitCode, register }: Upload): Promise<string> {
  const hash = createHash("sha256").update(
    JSON.stringify([unitCode, register, history?.size, children?.size]),
  );
  for (const file of [history, children]) {
    if (file !== null) for await (const chunk of file.stream()) hash.update(chunk);
  }
  return hash.digest("base64url");
}
