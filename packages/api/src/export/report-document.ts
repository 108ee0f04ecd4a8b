import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { LocalDate } from "@kompassen/domain/shared";
import PDFDocument from "pdfkit";

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** Of a header cell: what it is the header of. Missing in the library's types. */
      scope?: "Column" | "Row";
    }
  }
}

export type PdfDocument = InstanceType<typeof PDFDocument>;
export type Element = PDFKit.PDFStructureElement;

export const INK = "#1F1B16";
export const QUIET_INK = "#5A5248";
export const LINE = "#B9AF9F";
export const TINT = "#F1ECE2";

const resolveFile = createRequire(import.meta.url).resolve;

function fontFile(weight: 400 | 700): Buffer {
  const name = `atkinson-hyperlegible-next-latin-${weight}-normal.woff`;
  return readFileSync(resolveFile(`@fontsource/atkinson-hyperlegible-next/files/${name}`));
}

/**
 * An empty tagged document in Swedish (PDF/UA) with its own fonts. Its only clock is `day`, so that the same
 * content is the same bytes.
 */
export function openReport(title: string, day: LocalDate): PdfDocument {
  const options = {
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "sv-SE",
    displayTitle: true,
    // No font of the machine is opened before ours.
    font: "",
    info: {
      Title: title,
      Author: "Kompassen",
      Creator: "Kompassen",
      CreationDate: new Date(`${day}T00:00:00Z`),
    },
    subset: "PDF/UA",
  } as const;
  const document = new PDFDocument(withUniversalAccess(options));
  document.registerFont("text", fontFile(400));
  document.registerFont("bold", fontFile(700));
  return document;
}

/** The library knows PDF/UA, its types do not. */
function withUniversalAccess<Options extends { readonly subset: string }>(
  options: Options,
): Omit<Options, "subset"> {
  return options;
}

/** The bytes of the document, which can then not be written to. */
export async function closeReport(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Drawn for the eye alone: reading aids pass it by. */
export function asArtifact(document: PdfDocument, draw: () => void): void {
  document.markContent("Artifact", { type: "Layout" });
  draw();
  document.endMarkedContent();
}
