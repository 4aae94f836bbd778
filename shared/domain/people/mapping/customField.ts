/** The customer's own fields of Lucca, as a mapping needs to know them. */
import type { EmployeeField } from '../employeeFields.ts';

/** `composite`: holds sub-fields, each of which is a field of its own, `e_parent.e_child`. */
export type CustomKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'composite';

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
