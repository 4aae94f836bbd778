import type { ExtensionDefinition } from './model.ts';

const LIST_COUNTRIES = { France: 101, Algérie: 102, Portugal: 103, Allemagne: 104 } as const;
const LIST_PAYMENTS = { Virement: 121, Chèque: 122, Espèces: 123 } as const;
const LIST_FAMILY = { Célibataire: 161, 'Marié(e)': 162, 'Pacsé(e)': 163, 'Divorcé(e)': 164 } as const;
const LIST_SIZES = { S: 141, M: 142, L: 143, XL: 144 } as const;

const entriesOf = (list: Readonly<Record<string, number>>): { id: number; name: string }[] =>
  Object.entries(list).map(([name, id]) => ({ id, name }));

const field = (
  code: string,
  name: string,
  form: ExtensionDefinition['form'],
  entries: Readonly<Record<string, number>> = {},
  multiple = false,
): ExtensionDefinition => ({ code, name, form, multiple, entries: entriesOf(entries) });

/** The customer's own fields: what payroll needs and Lucca has no native field for, and fields that payroll must leave alone. */
export const DEFINITIONS: readonly ExtensionDefinition[] = [
  field('e_nomNaissance', 'Nom de naissance', 'text'),
  field('e_lieuNaissance', 'Ville de naissance', 'text'),
  field('e_paysNaissance', 'Pays de naissance', 'select', LIST_COUNTRIES),
  field('e_nir', 'Numéro de sécurité sociale', 'text'),
  field('e_adresse', 'Adresse', 'text'),
  field('e_adresse2', "Complément d'adresse", 'text'),
  field('e_Codepostal', 'Code postal', 'text'),
  field('e_Ville', 'Ville', 'text'),
  field('e_codePays', 'Code pays', 'text'),
  field('e_etudiant', 'Étudiant', 'boolean'),
  field('e_handicap', 'Personne handicapée', 'boolean'),
  field('e_boethDebut', 'Début de reconnaissance BOETH', 'date'),
  field('e_enfants', 'Enfants à charge', 'number'),
  field('e_enfantsHandicapes', 'Enfants handicapés', 'number'),
  field('e_modePaiement', 'Mode de paiement', 'select', LIST_PAYMENTS),
  field('e_iban', 'IBAN', 'text'),
  field('e_bic', 'BIC', 'text'),
  field('e_tailleVetement', 'Taille de vêtement', 'select', LIST_SIZES),
  field('e_prenomsEnfants', 'Enfants (détail)', 'composite', {}, true),
  // Two of one name, and what an older form of the file still holds.
  field('e_birthplace', 'Lieu de naissance', 'text'),
  field('e_lieuActe', 'Lieu de naissance', 'text'),
  field('e_domicile', 'Domicile (ancien formulaire)', 'composite'),
  field('e_situationFamiliale', 'Situation de famille', 'select', LIST_FAMILY),
];

/** Entry id of a country in the list « Pays de naissance ». */
export function countryEntry(country: string): number {
  return (LIST_COUNTRIES as Readonly<Record<string, number>>)[country] ?? LIST_COUNTRIES.France;
}

export const PAYMENT = LIST_PAYMENTS;
export const SIZES = Object.values(LIST_SIZES);
export const FAMILIES = Object.values(LIST_FAMILY);

const CODES = new Map(DEFINITIONS.map((definition, index) => [definition.code, index]));

/** True for a code that this account declares. */
export function isExtensionCode(code: string): boolean {
  return CODES.has(code);
}

/** Stable id of one stored value: a number per person and field, as Lucca numbers them. */
export function extendedValueId(personId: number, code: string): number {
  return personId * 100 + (CODES.get(code) ?? 99);
}
