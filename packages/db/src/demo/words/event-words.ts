/** Things that happen in a life and belong in the picture. */
export const EVENTS_SMALL = [
  "Fick ett syskon.",
  "Familjen flyttade till en större lägenhet.",
  "Började en ny avdelning på förskolan.",
  "En förälder började arbeta natt.",
  "Föräldrarna flyttade isär. Bor varannan vecka hos var och en.",
  "Mormor flyttade in hos familjen.",
  "Var på sjukhus några dagar men mår bra igen.",
  "En förälder kom hem från en lång tids sjukskrivning.",
];

export const EVENTS_SCHOOL = [
  "Bytte klass.",
  "Föräldrarna flyttade isär. Bor varannan vecka hos var och en.",
  "Farfar gick bort.",
  "Bästa kompisen flyttade från orten.",
  "Fick en egen läsplats i klassrummet.",
  "Började på simskola.",
  "Blev storasyskon.",
  "En förälder fick nytt arbete och är hemma mer.",
  "Bröt armen och var hemma två veckor.",
  "Fick glasögon.",
  "Familjen fick en hund.",
  "Var med i skolans musikal.",
];

export const RELATION_WORDS = {
  first: ["mamma", "mamma", "mamma", "pappa", "mamma", "pappa", "mormor"],
  second: ["pappa", "pappa", "mamma", "bonuspappa", "pappa", "farmor", "bonusmamma"],
} as const;

export const PAPER_PLACES = [
  "Pärm 2 på expeditionen",
  "Låsta skåpet hos rektor",
  "Elevakten, fliken Samtycken",
  "Aktskåpet på Barn och familj",
  "BVC:s låsta arkiv",
];
