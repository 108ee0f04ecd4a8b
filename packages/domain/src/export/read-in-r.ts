/** Reads the package in R without any extra library. */
export const READ_IN_R = `# Läser in en utgåva från Kompassen i R (4.0 eller senare). Kör i mappen där filerna ligger:
#   source("read_release.R"); release_cells
read_text_csv <- function(file) {
  read.csv(file, colClasses = "character", na.strings = character(0), encoding = "UTF-8",
           fileEncoding = "UTF-8", check.names = FALSE)
}

places <- read_text_csv("places.csv")
codebook <- read_text_csv("codebook.csv")
release_cells <- read_text_csv("release_cells.csv")

# Kolumnen value har ett tal eller en kod för varför det saknas: protected, band, not_applicable.
missing_codes <- c("protected", "band", "not_applicable")
release_cells$missing <- factor(ifelse(release_cells$value %in% missing_codes, release_cells$value, NA),
                                levels = missing_codes)
release_cells$value[release_cells$value %in% c(missing_codes, "")] <- NA
release_cells$value <- as.numeric(release_cells$value)
release_cells$n[release_cells$n == ""] <- NA
release_cells$n <- as.integer(release_cells$n)
for (column in c("parent", "area", "rater", "band")) {
  release_cells[[column]][release_cells[[column]] == ""] <- NA
}

# Klartext på svenska bredvid varje kod.
for (column in c("table", "metric", "place_level", "age_group", "area", "rater", "status")) {
  codes <- codebook[codebook$column == column, ]
  release_cells[[paste0(column, "_label")]] <-
    factor(release_cells[[column]], levels = codes$code, labels = codes$name_sv)
}
release_cells$place_name <- places$name[match(release_cells$place, places$place)]

stopifnot(all(is.na(release_cells$value) == (release_cells$status != "published")))
`;
