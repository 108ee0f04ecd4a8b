import type { Expectation } from "./file-fault.ts";
import type { Language } from "./language.ts";

/** What was expected in a cell, as a person reads it after "väntade" / "expected". */
export function expectationText(expected: Expectation, language: Language): string {
  return language === "sv" ? inSwedish(expected) : inEnglish(expected);
}

function inSwedish(expected: Expectation): string {
  switch (expected.code) {
    case "column":
      return "att kolumnen finns";
    case "column_once":
      return "att kolumnen finns en gång";
    case "cell_count":
      return `${expected.count} celler, lika många som rubriker`;
    case "one_of":
      return `något av: ${options(expected.options, "tomt")}`;
    case "filled":
      return "att cellen är ifylld";
    case "date":
      return "ett datum som 2026-03-15";
    case "not_after":
      return `ett datum senast ${expected.date}`;
    case "not_before":
      return `ett datum tidigast ${expected.date}, då skattningen gjordes`;
    case "rater":
      return "barn, vardnadshavare:1, barnteam eller profession:bvc (efter kolon valfritt namn)";
    case "value":
      return "ett heltal 1–5, dont_know, declined eller tomt";
    case "target":
      return "ett tal från 1 till 5, som 3,5, eller tomt";
    case "statement_key":
      return "påståendets nyckel: ett skattningsformulär besvaras påstående för påstående";
    case "no_statement":
      return "tomt: ett samtalsunderlag har en skattning för varje område";
    case "known_version":
      return `en version som finns: ${options(expected.versions, "ingen finns")}`;
    case "known_statement":
      return `ett påstående som finns i version ${expected.version} för området ${expected.area}`;
    case "at_most_characters":
      return `högst ${expected.count} tecken`;
    case "only_once":
      return "att svaret står en gång i filen";
    case "same_as_row":
      return `samma som på rad ${expected.row}: ${options([expected.value], "tomt")}`;
    case "one_assessment_a_day":
      return `en annan dag än ${expected.compassId} på rad ${expected.row}: samma skattare och område`;
    case "one_to_one":
      return `samma motsvarighet som på rad ${expected.row}`;
    case "another_version":
      return "en annan version än from_version";
    case "known_unit":
      return "koden för en enhet som finns i kommunen";
    case "known_responsible":
      return "inloggningsnyckeln för en Barnkontakt eller Stödsamordnare i kommunen";
    case "oneself":
      return "tomt eller din egen inloggningsnyckel: barnen blir dina egna";
    case "in_children_file":
      return "ett barn som står i barnfilen";
    case "at_most_decimals":
      return `högst ${expected.count} decimaler`;
    case "one_version":
      return "påståenden från en och samma version av formuläret";
    case "stored_child":
      return "samma barn som redan har det här id:t i Kompassen, med samma födelsedatum eller enhet";
    case "stored_assessment":
      return "samma svar som redan är inlästa: en ändring görs som rättelse i Kompassen";
    case "no_stored_assessment_that_day":
      return "en annan dag: samma skattare har redan en skattning den dagen i Kompassen";
    case "no_open_form":
      return "att du först lämnar in den uppföljning du har öppen för barnet";
    case "known_child":
      return "ärendenumret för ett barn i kommunen, eller det id barnet lästes in med";
    case "stored_step":
      return "samma uppgifter som redan är inlästa med detta id: ett steg ändras inte i efterhand";
    case "stored_count":
      return "samma antal som redan är inlästa (läs in med --replace för att byta ut dem)";
    case "unique_id":
      return "ett id som står en gång i filen";
    case "one_row_each":
      return "att antalet står en gång i filen";
    case "quarter":
      return `ett kvartal som 2026Q1, senast ${expected.latest}${expected.mayBeEmpty ? ", eller tomt för alla kvartal" : ""}`;
    case "whole_number":
      return `ett heltal från 0 till ${expected.most}`;
    case "text":
      return "en text";
    case "utf8":
      return "tecken i UTF-8 (välj CSV UTF-8 när du sparar)";
    case "whole_line":
      return "en hel rad: filen slutar mitt i";
    case "closed_quote":
      return 'ett avslutande citattecken (")';
  }
}

function inEnglish(expected: Expectation): string {
  switch (expected.code) {
    case "column":
      return "the column to be there";
    case "column_once":
      return "the column to be there once";
    case "cell_count":
      return `${expected.count} cells, as many as there are headings`;
    case "one_of":
      return `one of: ${options(expected.options, "empty")}`;
    case "filled":
      return "the cell to be filled in";
    case "date":
      return "a date like 2026-03-15";
    case "not_after":
      return `a date no later than ${expected.date}`;
    case "not_before":
      return `a date no earlier than ${expected.date}, when it was assessed`;
    case "rater":
      return "barn, vardnadshavare:1, barnteam or profession:bvc (any name after the colon)";
    case "value":
      return "a whole number 1–5, dont_know, declined or empty";
    case "target":
      return "a number from 1 to 5, like 3.5, or empty";
    case "statement_key":
      return "the key of a statement: a skattningsformular is answered statement by statement";
    case "no_statement":
      return "empty: a samtalsunderlag has one rating for each area";
    case "known_version":
      return `a version that exists: ${options(expected.versions, "there is none")}`;
    case "known_statement":
      return `a statement of version ${expected.version} in the area ${expected.area}`;
    case "at_most_characters":
      return `at most ${expected.count} characters`;
    case "only_once":
      return "the answer to stand once in the file";
    case "same_as_row":
      return `the same as in row ${expected.row}: ${options([expected.value], "empty")}`;
    case "one_assessment_a_day":
      return `another day than ${expected.compassId} in row ${expected.row}: same rater and area`;
    case "one_to_one":
      return `the same counterpart as in row ${expected.row}`;
    case "another_version":
      return "another version than from_version";
    case "known_unit":
      return "the code of a unit in the municipality";
    case "known_responsible":
      return "the login key of a Barnkontakt or Stödsamordnare in the municipality";
    case "oneself":
      return "empty or your own login key: the children become your own";
    case "in_children_file":
      return "a child that stands in the children file";
    case "at_most_decimals":
      return `at most ${expected.count} decimals`;
    case "one_version":
      return "statements of one and the same version of the form";
    case "stored_child":
      return "the child that already has this id in Kompassen, with the same birth date or unit";
    case "stored_assessment":
      return "the same answers as were read in before: a change is made as a correction in Kompassen";
    case "no_stored_assessment_that_day":
      return "another day: the same rater has an assessment that day in Kompassen already";
    case "no_open_form":
      return "you to hand in the follow-up you have open for the child first";
    case "known_child":
      return "the case number of a child in the municipality, or the id it was read in with";
    case "stored_step":
      return "the same as was read in before under this id: a step is not changed afterwards";
    case "stored_count":
      return "the same count as was read in before (read in with --replace to change it)";
    case "unique_id":
      return "an id that stands once in the file";
    case "one_row_each":
      return "the count to stand once in the file";
    case "quarter":
      return `a quarter like 2026Q1, no later than ${expected.latest}${expected.mayBeEmpty ? ", or empty for every quarter" : ""}`;
    case "whole_number":
      return `a whole number from 0 to ${expected.most}`;
    case "text":
      return "a text";
    case "utf8":
      return "characters in UTF-8 (choose CSV UTF-8 when saving)";
    case "whole_line":
      return "a whole line: the file ends in the middle of one";
    case "closed_quote":
      return 'a closing quotation mark (")';
  }
}

function options(values: readonly string[], empty: string): string {
  return values.length === 0 ? empty : values.map((value) => (value === "" ? empty : value)).join(", ");
}
