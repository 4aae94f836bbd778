/** The customer's own fields of Lucca, as a mapping needs to know them. */
import type { EmployeeField, EmployeeFieldKey, FieldFormat } from '../employeeFields.ts';

/** `composite`: holds sub-fields, each of which is a field of its own, `e_parent.e_child`. */
export type CustomKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'composite';

/** Formats that tell one field from another: a postal code that is put for an IBAN is seen by them. */
export const checkedFormats = [
  'nir',
  'iban',
  'bic',
  'phone',
  'email',
  'postalCode',
  'country',
] as const satisfies readonly FieldFormat[];
export type CheckedFormat = (typeof checkedFormats)[number];

/** True of a format that `misfitsOf` looks at. */
export function isChecked(format: FieldFormat | undefined): format is CheckedFormat {
  return checkedFormats.some((each) => each === format);
}

export interface CustomField {
  /** `e_Ville`, or `e_adresse.e_ville` for a sub-field. */
  readonly code: string;
  /** What people call it in Lucca; that of a sub-field stands after its parent's. */
  readonly name: string;
  readonly kind: CustomKind;
  /** Somebody has, or may have, several values in it. */
  readonly multiple: boolean;
  /** Names of the entries of a list. */
  readonly entries: readonly string[];
  /** How many people hold something in it. */
  readonly filled: number;
  /** How many hold an entry of a list that Lucca does not name. */
  readonly strangers: number;
  /** How many hold a value that is not written so; of a format that is missing, none. */
  readonly misfits?: Readonly<Partial<Record<CheckedFormat, number>>> | undefined;
  /** How many hold nothing in it, whereas another source gives the payroll field; of a field that is missing, none. */
  readonly besides?: Readonly<Partial<Record<EmployeeFieldKey, number>>> | undefined;
  /** At most three of its values, masked. */
  readonly samples: readonly string[];
}

const accepted: Readonly<Record<EmployeeField['kind'], readonly CustomKind[]>> = {
  text: ['text', 'number', 'list'],
  identifier: ['text', 'number', 'list'],
  date: ['date', 'text'],
  integer: ['number', 'text', 'list'],
  boolean: ['boolean', 'list', 'text', 'number'],
};

/** True where what the customer's field holds may be a value of a payroll field of that kind. */
export function mayHold(kind: EmployeeField['kind'], field: Pick<CustomField, 'kind' | 'multiple'>): boolean {
  return !field.multiple && accepted[kind].includes(field.kind);
}

/** Without accents, capitals, punctuation of quotes, or doubled spaces: `« Complément d’adresse »` and `complement d'adresse` are one. */
export function foldedName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'");
  return plain.replace(/\s+/gu, ' ').trim().toLowerCase();
}
