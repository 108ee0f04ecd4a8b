import { ALL_AGES } from "../statistics/index.ts";
import { CODE_LISTS } from "./codebook.ts";
import { TIDY_HEADS } from "./tidy-cells.ts";

const WIDTH = 64;

/** Reads the package in SPSS; why a number is missing is a user-missing value below zero. */
export function readInSpss(): string {
  const variables = TIDY_HEADS.map((head) => `    ${variable(head)} A${WIDTH}`).join("\n");
  const labels = [...CODE_LISTS].map(([column, codes]) => {
    const pairs = codes.map(({ code, sv }) => `    ${quoted(code)} ${quoted(sv)}`).join("\n");
    return `VALUE LABELS ${variable(column)}\n${pairs}.`;
  });
  return `* Läser in en utgåva från Kompassen i SPSS (21 eller senare). Kör i mappen där filerna ligger.
SET UNICODE=ON DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='release_cells.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS=","
  /QUALIFIER='"'
  /FIRSTCASE=2
  /VARIABLES=
${variables}.

* Varför ett tal saknas: -1 visas inte, -2 visas som spann, -3 ej tillämpligt.
NUMERIC value (F12.2).
IF (status='published') value=NUMBER(value_text,F12.6).
IF (value_text='protected') value=-1.
IF (value_text='band') value=-2.
IF (value_text='not_applicable') value=-3.
MISSING VALUES value (-3,-2,-1).
VALUE LABELS value -1 'visas inte' -2 'visas som spann' -3 'ej tillämpligt'.
NUMERIC n (F8.0).
IF (n_text<>'') n=NUMBER(n_text,F8.0).
VARIABLE LABELS value 'Värde' n 'Antal barn bakom talet' band 'Spann'.
EXECUTE.
DELETE VARIABLES value_text n_text.

* Åldersgruppen "${ALL_AGES}" räknar alla tillsammans: summera den inte med de andra.
${labels.join("\n")}
EXECUTE.
`;
}

function variable(head: string): string {
  return head === "value" || head === "n" ? `${head}_text` : head;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
