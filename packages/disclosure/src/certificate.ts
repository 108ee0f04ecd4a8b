import * as z from "zod";
import { at } from "./at.ts";
import { expectation } from "./expectation.ts";
import { type Fault, refuseFaults } from "./fault.ts";
import { atomAt, codesOfAtom, type Lattice, latticeSchema, parseLattice } from "./lattice.ts";
import { periodOfAtom } from "./period.ts";

/** Values of atoms, each as the finest code of every dimension and then the value. */
const entrySchema = z.tuple([z.array(z.string()), z.number()]);

const certificateSchema = z.strictObject({
  format: z.literal("disclosure-certificate-1"),
  kind: z.enum(["counts", "means"]),
  lattice: latticeSchema,
  /** Every period released so far, this release included. */
  released: z.array(z.string()),
  /** Children per atom of those periods; an atom not listed has none. Nothing here is ever revised. */
  counts: z.array(entrySchema),
  /** Sums of scores per atom, for means. */
  sums: z.array(entrySchema),
  /** What the public knew to be the most an atom can hold. */
  ceilings: z.array(entrySchema),
  /** The possible worlds, each as the values that differ from the true ones. */
  worlds: z.array(z.array(entrySchema)),
});

/** The proof of a release, as secret as the data. */
export type Certificate = z.infer<typeof certificateSchema>;
export type CertificateEntry = z.infer<typeof entrySchema>;

/** @throws InputFaults when it is not a certificate. */
export function readCertificate(name: string, json: unknown): Certificate {
  const parsed = certificateSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue): Fault => {
    const column = issue.path.join(".");
    return { row: null, column, value: "", expected: expectation("certificate", { message: issue.message }) };
  });
  refuseFaults(name, faults);
  throw parsed.error;
}

function entriesOf(lattice: Lattice, values: Iterable<readonly [number, number]>): CertificateEntry[] {
  return [...values].map(([atom, value]) => [codesOfAtom(lattice, atom), value]);
}

/** Values by atom of this lattice; entries with codes it does not have are left out. */
export function valuesByAtom(lattice: Lattice, entries: readonly CertificateEntry[]): Map<number, number> {
  return new Map(
    entries.flatMap(([codes, value]) => {
      if (codes.length !== lattice.dimensions.length) return [];
      const positions = lattice.dimensions.map((dimension, i) => dimension.leaves.indexOf(at(codes, i)));
      return positions.includes(-1) ? [] : [[atomAt(lattice, positions), value] as const];
    }),
  );
}

export function latticeOfCertificate(certificate: Certificate): Lattice {
  return parseLattice(certificate.lattice);
}

export interface CertificateInput {
  readonly kind: Certificate["kind"];
  readonly lattice: Lattice;
  readonly released: Iterable<string>;
  readonly counts: ArrayLike<number>;
  readonly sums: ArrayLike<number> | null;
  readonly ceilings: readonly (number | null)[];
  /** The finest periods whose atoms are bound. */
  readonly leaves: ReadonlySet<string>;
  readonly worlds: readonly ReadonlyMap<number, number>[];
}

/** The certificate of a release, with everything a later release or a verifier needs to know of this one. */
export function makeCertificate(input: CertificateInput): Certificate {
  const { lattice, leaves } = input;
  const bound = Array.from({ length: lattice.atomCount }, (_, atom) => atom).filter((atom) =>
    leaves.has(periodOfAtom(lattice, atom)),
  );
  const nonZero = (values: ArrayLike<number>) =>
    entriesOf(
      lattice,
      bound.map((atom) => [atom, at(values, atom)] as const).filter(([, value]) => value !== 0),
    );
  return {
    format: "disclosure-certificate-1",
    kind: input.kind,
    lattice: lattice.input,
    released: [...input.released],
    counts: nonZero(input.counts),
    sums: input.sums === null ? [] : nonZero(input.sums),
    ceilings: entriesOf(
      lattice,
      bound.flatMap((atom) => {
        const ceiling = at(input.ceilings, atom);
        return ceiling === null ? [] : [[atom, ceiling] as const];
      }),
    ),
    worlds: input.worlds.map((world) => entriesOf(lattice, world)),
  };
}
