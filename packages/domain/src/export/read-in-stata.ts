/** Reads the package in Stata; why a number is missing is an extended missing value. */
export const READ_IN_STATA = `* Läser in en utgåva från Kompassen i Stata (14 eller senare). Kör i mappen där filerna ligger.
version 14
import delimited using "places.csv", clear varnames(1) encoding("UTF-8") stringcols(_all) bindquote(strict) case(preserve)
keep place name
rename name place_name
tempfile places
save "\`places'"

import delimited using "release_cells.csv", clear varnames(1) encoding("UTF-8") stringcols(_all) bindquote(strict) case(preserve)
merge m:1 place using "\`places'", keep(master match) nogenerate

* Varför ett tal saknas: .p visas inte, .b visas som spann, .a ej tillämpligt.
rename value value_text
generate double value = .
replace value = real(value_text) if status == "published"
replace value = .p if value_text == "protected"
replace value = .b if value_text == "band"
replace value = .a if value_text == "not_applicable"
label define missing_codes .p "visas inte" .b "visas som spann" .a "ej tillämpligt"
label values value missing_codes
drop value_text
rename n n_text
generate long n = real(n_text) if n_text != ""
drop n_text
label variable value "Värde"
label variable n "Antal barn bakom talet"
label variable band "Spann"
assert missing(value) == (status != "published")
`;
