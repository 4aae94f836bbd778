/** The fields that issuers were seen to ask for, and no other: what is not here can be bound to no column of any file. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import { amountsOf } from '../amounts.ts';
import type { OrderFileInput, OrderLine } from './orderInput.ts';

/** `pair`: one of two words. `code`: text that may not be cut. */
type OrderFieldKind = 'text' | 'code' | 'number' | 'amount' | 'date' | 'pair' | 'address';

interface OrderField {
  readonly key: string;
  /** How the field is called in the sheet of models. */
  readonly label: string;
  readonly kind: OrderFieldKind;
}

function field<const K extends string>(key: K, label: string, kind: OrderFieldKind): OrderField & { readonly key: K } {
  return { key, label, kind };
}

export const orderFields = [
  field('companyCode', 'Code société', 'code'),
  field('customerCode', 'Code client', 'code'),
  field('deliveryPoint', 'Point de livraison', 'code'),
  field('levelCode', 'Code de niveau', 'code'),
  field('attachmentCode', 'Code du point de rattachement', 'code'),
  field('employeeNumber', 'Matricule', 'code'),
  field('civility', 'Civilité', 'pair'),
  field('lastName', 'Nom', 'text'),
  field('firstName', 'Prénom', 'text'),
  field('birthDate', 'Date de naissance', 'date'),
  field('email', 'E-mail', 'code'),
  field('mobile', 'Mobile', 'code'),
  field('address1', 'Adresse 1', 'address'),
  field('address2', 'Adresse 2', 'address'),
  field('address3', 'Adresse 3', 'address'),
  field('postalCode', 'Code postal', 'code'),
  field('city', 'Ville', 'text'),
  field('country', 'Pays', 'code'),
  field('number', 'Nombre de titres', 'number'),
  field('faceValue', 'Valeur faciale', 'amount'),
  field('employerShare', 'Part patronale', 'amount'),
  field('total', 'Montant total', 'amount'),
  field('support', 'Support', 'pair'),
  field('worksOnDaysOff', 'Travaille les jours chômés', 'pair'),
] as const;

export type OrderFieldKey = (typeof orderFields)[number]['key'];

const byKey = new Map<string, OrderField>(orderFields.map((each) => [each.key, each]));

/** The declaration of a field; an unknown key is a bug and throws. */
export function orderField(key: OrderFieldKey): OrderField {
  const found = byKey.get(key);
  if (!found) throw new RangeError(`unknown order field: ${key}`);
  return found;
}

/**
 * What a line says in a field, before any rule of format. `cents`: an amount. `is`: which of two words, null when nobody knows.
 * `text` '' and `date` null: nobody typed it.
 */
export type FieldValue =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly cents: number }
  | { readonly date: PlainDate | null }
  | { readonly is: boolean | null };

const titles: Readonly<Record<string, boolean>> = {
  m: true,
  mr: true,
  monsieur: true,
  mme: false,
  madame: false,
  mlle: false,
  mademoiselle: false,
};

/** Civility « Monsieur » rather than « Madame »; null for a title that is neither. */
export function isMister(civilTitle: string): boolean | null {
  return titles[civilTitle.trim().toLowerCase().replace(/\.$/, '')] ?? null;
}

type Read = (line: OrderLine, input: OrderFileInput) => FieldValue;

const text =
  (of: (line: OrderLine) => string | undefined): Read =>
  (line) => ({ text: of(line) ?? '' });

const reads: Readonly<Record<OrderFieldKey, Read>> = {
  companyCode: text(({ establishment }) => establishment.companyCode),
  customerCode: text(({ establishment }) => establishment.customerCode),
  deliveryPoint: text(({ establishment }) => establishment.deliveryPoint),
  levelCode: text(({ establishment }) => establishment.levelCode),
  attachmentCode: text(({ establishment }) => establishment.attachmentCode),
  employeeNumber: text(({ person }) => person.employeeNumber),
  civility: ({ person }) => ({ is: isMister(person.civilTitle) }),
  lastName: text(({ person }) => person.lastName),
  firstName: text(({ person }) => person.firstName),
  birthDate: ({ person }) => ({ date: person.birthDate }),
  email: text(({ person }) => person.email),
  mobile: text(({ person }) => person.mobile),
  // The length of the columns decides what stands on which line: see `addressFields`.
  address1: text(({ person }) => person.address),
  address2: text(({ person }) => person.addressComplement),
  address3: text(() => ''),
  postalCode: text(({ person }) => person.postalCode),
  city: text(({ person }) => person.city),
  country: text(({ person }) => person.countryCode),
  number: ({ number }) => ({ number }),
  faceValue: (_, { unit }) => ({ cents: unit.face }),
  employerShare: (_, { unit }) => ({ cents: unit.employer }),
  total: ({ number }, { unit }) => ({ cents: amountsOf(unit, number).face }),
  support: ({ support }) => ({ is: support === 'card' }),
  worksOnDaysOff: ({ worksOnDaysOff }) => ({ is: worksOnDaysOff }),
};

/** What `line` says in the field `key`. */
export function fieldValue(key: OrderFieldKey, line: OrderLine, input: OrderFileInput): FieldValue {
  return reads[key](line, input);
}
