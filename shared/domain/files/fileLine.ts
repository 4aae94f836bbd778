/** Who a line of a file is about, and where they work: what is common to every file that leaves the workbook. */
import type { Place } from '../finding.ts';

/** '' for what nobody typed. */
export interface FilePerson {
  readonly luccaId: string;
  /** The other identifier under which Lucca had this very human before, when that is known. */
  readonly human?: string;
  readonly employeeNumber: string;
  readonly lastName: string;
  readonly firstName: string;
  /** Their row, when it is known. */
  readonly place?: Place;
  /** Where what a field says is typed, by its name in findings, when that is known. */
  readonly cells?: Readonly<Partial<Record<string, Place>>>;
}

/** As payroll and issuers call it; '' for what it does not have. */
export interface FileEstablishment {
  readonly code: string;
  readonly name: string;
  /** Where its code is typed, when that is known. */
  readonly codePlace?: Place;
  /** Where one of those that bear its name says which it is, when nothing tells which is meant: no recipient is known. */
  readonly homonym?: Place;
}

export interface FileLine {
  readonly person: FilePerson;
  readonly establishment: FileEstablishment;
}

/** How findings name a person: `LEFÈVRE Chloé (00042)`. */
export function personName({ lastName, firstName, employeeNumber, luccaId }: FilePerson): string {
  const name = `${lastName.toUpperCase()} ${firstName}`.trim();
  return `${name} (${employeeNumber || luccaId})`.trim();
}

/** Name, or code, of an establishment in findings. */
export function establishmentName({ name, code }: FileEstablishment): string {
  return name || code;
}
