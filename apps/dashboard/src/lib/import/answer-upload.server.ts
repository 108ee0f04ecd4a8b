import {
  type ImportProgress,
  type ImportResult,
  type ImportSummary,
  MAX_UPLOAD_MEGABYTES,
} from "@kompassen/api/import";
import { fail } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { ensureMayImport } from "./ensure-may-import.server.ts";
import { type FaultRow, toFaultRow } from "./fault-row.ts";
import { firstRows } from "./first-rows.server.ts";
import { fingerprintOf, readUpload, type Upload } from "./upload.server.ts";

/** What the page is told of an upload. */
export type UploadAnswer = { readonly filled: Filled } & (
  | {
      readonly kind: "looked";
      readonly summary: ImportSummary;
      readonly sample: string[][];
      readonly looked: string;
    }
  /** Sent to be read in, but another than was looked at: it is looked at first. */
  | {
      readonly kind: "other";
      readonly summary: ImportSummary;
      readonly sample: string[][];
      readonly looked: string;
    }
  | { readonly kind: "done"; readonly summary: ImportSummary }
  | { readonly kind: "refused"; readonly faultCount: number; readonly faults: readonly FaultRow[] }
  /** The database refused what was sound when it was looked at: something changed at the same moment. */
  | { readonly kind: "overtaken" }
  | { readonly kind: "no_file" }
  | { readonly kind: "too_large"; readonly megabytes: number }
);

interface Filled {
  readonly unitCode: string;
  readonly register: boolean;
}

const NOTHING_FILLED: Filled = { unitCode: "", register: false };

/** Looks at the files, or reads them in when they are those that were looked at. */
export async function answerUpload(
  request: Request,
  locals: App.Locals,
  step: "preview" | "commit",
  onProgress: (progress: ImportProgress) => void = () => {},
) {
  ensureMayImport(locals);
  const upload = await readUpload(request).catch((error: unknown) => {
    if (isTooLarge(error)) return null;
    throw error;
  });
  if (upload === null || isLarge(upload.history) || isLarge(upload.children)) {
    return failed(413, { kind: "too_large", megabytes: MAX_UPLOAD_MEGABYTES, filled: NOTHING_FILLED });
  }
  const { history, children, unitCode, register } = upload;
  const filled = { unitCode, register };
  if (history === null && children === null) return failed(400, { kind: "no_file", filled });

  const looked = await fingerprintOf(upload);
  const isAsLooked = looked === upload.looked;
  const mode = step === "commit" && isAsLooked ? "commit" : "preview";
  const answer = await answerForm(
    () =>
      locals.api.import[mode]({
        history,
        children,
        register,
        unitCode: unitCode === "" ? null : unitCode,
        onProgress,
      }),
    filled,
  );
  if (answer.refused !== undefined) return failed(answer.refused.status, { kind: "overtaken", filled });
  const { done: result } = answer;
  if (result.kind === "refused") return failed(400, toRefused(result, filled, locals));
  const { summary } = result;
  if (mode === "commit") return { kind: "done", summary, filled } satisfies UploadAnswer;
  const sample = await sampleOf(upload);
  const kind = step === "commit" ? "other" : "looked";
  return { kind, summary, sample, looked, filled } satisfies UploadAnswer;
}

function failed(status: number, answer: UploadAnswer) {
  return fail(status, answer);
}

function toRefused(
  { faultCount, faults }: Extract<ImportResult, { kind: "refused" }>,
  filled: Filled,
  { locale }: App.Locals,
): UploadAnswer {
  return { kind: "refused", faultCount, faults: faults.map((fault) => toFaultRow(fault, locale)), filled };
}

async function sampleOf({ history, children }: Upload): Promise<string[][]> {
  const file = history ?? children;
  return file === null ? [] : firstRows(file);
}

const BYTES_A_MEGABYTE = 1024 * 1024;

function isLarge(file: File | null): boolean {
  return file !== null && file.size > MAX_UPLOAD_MEGABYTES * BYTES_A_MEGABYTE;
}

/** The server stops reading a request above its limit; what reads the form may wrap that error in its own. */
function isTooLarge(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("status" in at && at.status === 413) return true;
  }
  return false;
}
