export { aChild, type ChildBuilder } from "./a-child.ts";
export { aKommun, type TestKommun, type TestPerson } from "./a-kommun.ts";
export { insertRows } from "./insert-rows.ts";
export { addInstrument } from "./instrument-rows.ts";
export { emptyRows, type FilledTable, type KommunRows } from "./kommun-rows.ts";
